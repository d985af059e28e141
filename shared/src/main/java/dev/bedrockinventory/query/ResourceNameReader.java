package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the names of resources, each once. Not thread-safe. */
public final class ResourceNameReader {
  private final LedgerReader reader;
  private final ParallelCache<Arn, KnownName> names = new ParallelCache<>(this::read);

  /** Reads names from this ledger. */
  public ResourceNameReader(LedgerReader reader) {
    this.reader = reader;
  }

  private record KnownName(String name, boolean isDeleted) {}

  /** Reads the names of these resources at the same time, as far as they are not known. */
  public void prepare(Stream<Arn> resources) {
    names.prepare(resources);
  }

  /** The name of a live or deleted resource; its id if it has none or is not known. */
  public String name(Arn arn) {
    return names.get(arn).name();
  }

  /** Whether the deletion of a resource was observed, and it has not returned. */
  public boolean isDeleted(Arn arn) {
    return names.get(arn).isDeleted();
  }

  private KnownName read(Arn arn) {
    return arn.scope()
        .flatMap(scope -> live(scope, arn).or(() -> deleted(scope, arn)))
        .orElseGet(() -> new KnownName(arn.id(), false));
  }

  private Optional<KnownName> live(Scope scope, Arn arn) {
    return reader
        .findHead(scope, arn)
        .flatMap(StoredItem::readable)
        .map(head -> new KnownName(name(scope, head), false));
  }

  private Optional<KnownName> deleted(Scope scope, Arn arn) {
    return reader
        .findTombstone(scope, arn)
        .flatMap(StoredItem::readable)
        .map(Tombstone::last)
        .map(head -> new KnownName(name(scope, head), true));
  }

  private static String name(Scope scope, Head head) {
    return head.document().name(scope.kind()).orElse(head.arn().id());
  }
}
