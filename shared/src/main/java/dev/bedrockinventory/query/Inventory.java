package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Scope;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The resources that exist, or existed at an instant. Thread-safe. */
public final class Inventory {
  private final LedgerReader reader;

  /** An inventory of this ledger. */
  public Inventory(LedgerReader reader) {
    this.reader = reader;
  }

  /** The resources that exist now, ordered by account, region, kind and id. */
  public Stream<Resource> now(Filter filter) {
    return scopes(filter)
        .flatMap(scope -> heads(scope).map(head -> Resource.live(scope, head)))
        .filter(resource -> matches(filter, resource));
  }

  /**
   * The resources that existed at an instant, as they were then, in the same order. Costs one Query
   * for each resource that changed after it.
   */
  public Stream<Resource> asOf(Instant instant, Filter filter) {
    return scopes(filter)
        .flatMap(scope -> asOf(instant, scope))
        .filter(resource -> matches(filter, resource));
  }

  /** Those of an instant, or of now without one. */
  public Stream<Resource> at(Optional<Instant> instant, Filter filter) {
    return instant.map(past -> asOf(past, filter)).orElseGet(() -> now(filter));
  }

  private Stream<Resource> asOf(Instant instant, Scope scope) {
    var live = heads(scope).flatMap(head -> asOf(instant, head).stream());
    var gone =
        reader
            .tombstones(scope)
            .map(tombstone -> tombstone.value().last())
            .filter(last -> last.changedAt().isAfter(instant))
            .flatMap(last -> asOf(instant, last).stream());
    return Stream.concat(live, gone)
        .sorted(Comparator.comparing(head -> head.arn().id()))
        .map(head -> Resource.live(scope, head));
  }

  /** The head as it was at an instant, if the resource existed then. */
  private Optional<Head> asOf(Instant instant, Head head) {
    if (!head.changedAt().isAfter(instant)) {
      return Optional.of(head);
    }
    return reader
        .findLastRevision(head.arn(), instant)
        .map(StoredItem::value)
        .filter(revision -> revision.change() != ChangeKind.DELETED)
        .map(revision -> Head.after(revision, head.firstSeenAt(), head.generation()));
  }

  private Stream<Head> heads(Scope scope) {
    return reader.heads(scope).map(StoredItem::value);
  }

  private Stream<Scope> scopes(Filter filter) {
    return reader.knownScopes().filter(filter::admits);
  }

  private static boolean matches(Filter filter, Resource resource) {
    return filter.admits(resource.scope().kind(), resource.head().document());
  }
}
