package dev.bedrockinventory.query;

import dev.bedrockinventory.aws.Parallel;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Scope;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The resources that exist, or existed at an instant. Thread-safe. */
public final class Inventory {
  private final LedgerReader reader;

  /** An inventory of this ledger. */
  public Inventory(LedgerReader reader) {
    this.reader = reader;
  }

  /**
   * The resources that exist now, ordered by account, region, kind and id. Costs one Query of the
   * scopes, and one for each scope, several of them at the same time.
   */
  public Stream<Resource> now(Filter filter) {
    var selector = new Selector(reader, filter);
    return Parallel.stream(scopes(filter), scope -> now(scope, selector)).flatMap(List::stream);
  }

  private List<Resource> now(Scope scope, Selector selector) {
    return heads(scope)
        .map(head -> Resource.live(scope, head))
        .filter(resource -> matches(selector, resource))
        .toList();
  }

  /**
   * The resources that existed at an instant, as they were then, in the same order. Costs two
   * Queries for each scope, and a binary search for those that changed after it, several resources
   * at the same time.
   */
  public Stream<Resource> asOf(Instant instant, Filter filter) {
    var selector = new Selector(reader, filter);
    return scopes(filter)
        .gather(Gatherers.windowFixed(Parallel.AT_ONCE))
        .flatMap(some -> asOf(instant, some))
        .filter(resource -> matches(selector, resource));
  }

  /**
   * The resources whose deletion was observed and that have not returned, in the same order. Costs
   * as much as those that exist now.
   *
   * @param scopes selects by account, region and kind only
   */
  public Stream<Resource> deleted(Filter scopes) {
    return Parallel.stream(scopes(scopes), this::deleted).flatMap(List::stream);
  }

  /**
   * The deleted resources of the same scope with the name of a resource, the last deleted first.
   * Costs one Query.
   */
  public List<Resource> earlier(Resource resource) {
    var name = resource.head().document().name(resource.scope().kind());
    return deleted(resource.scope()).stream()
        .filter(other -> !other.head().arn().equals(resource.head().arn()))
        .filter(other ->
            name.isPresent() && other.head().document().name(other.scope().kind()).equals(name))
        .sorted(
            Comparator.comparing((Resource other) -> other.deletedAt().orElse(Instant.EPOCH))
                .reversed())
        .toList();
  }

  private List<Resource> deleted(Scope scope) {
    return reader
        .tombstones(scope)
        .map(tombstone -> Resource.deleted(scope, tombstone.value()))
        .toList();
  }

  /** Those of an instant, or of now without one. */
  public Stream<Resource> at(Optional<Instant> instant, Filter filter) {
    return instant.map(past -> asOf(past, filter)).orElseGet(() -> now(filter));
  }

  private Stream<Resource> asOf(Instant instant, List<Scope> some) {
    var heads = Parallel.map(some, scope -> heads(instant, scope));
    var later =
        heads.stream()
            .flatMap(List::stream)
            .filter(head -> head.changedAt().isAfter(instant))
            .toList();
    var found = new RevisionSearch(reader, instant).find(later);
    return IntStream.range(0, some.size())
        .boxed()
        .flatMap(index ->
            heads.get(index).stream()
                .flatMap(head -> asOf(instant, head, found).stream())
                .map(head -> Resource.live(some.get(index), head)));
  }

  /** The heads of a scope, and those of the resources that were deleted later, ordered by id. */
  private List<Head> heads(Instant instant, Scope scope) {
    var gone =
        reader
            .tombstones(scope)
            .map(tombstone -> tombstone.value().last())
            .filter(last -> last.changedAt().isAfter(instant));
    return Stream.concat(heads(scope), gone)
        .sorted(Comparator.comparing(head -> head.arn().id()))
        .toList();
  }

  /** The head as it was at an instant, if the resource existed then. */
  private static Optional<Head> asOf(Instant instant, Head head, Map<Arn, Revision> found) {
    return head.changedAt().isAfter(instant)
        ? Optional.ofNullable(found.get(head.arn()))
            .filter(revision -> revision.change() != ChangeKind.DELETED)
            .map(revision -> Head.after(revision, head.firstSeenAt(), head.generation()))
        : Optional.of(head);
  }

  private Stream<Head> heads(Scope scope) {
    return reader.heads(scope).map(StoredItem::value);
  }

  private Stream<Scope> scopes(Filter filter) {
    return reader.knownScopes().filter(filter::admits);
  }

  private static boolean matches(Selector selector, Resource resource) {
    return selector.admits(resource.head().arn(), resource.head().document());
  }
}
