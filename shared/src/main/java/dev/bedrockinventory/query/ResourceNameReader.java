package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Head;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the names of resources, each once: two reads for up to 100 resources, one if all of them
 * are live. Not thread-safe.
 */
public final class ResourceNameReader {
  private final LedgerReader reader;
  private final Map<Arn, KnownName> names = new HashMap<>();

  /** Reads names from this ledger. */
  public ResourceNameReader(LedgerReader reader) {
    this.reader = reader;
  }

  private record KnownName(String name, boolean isDeleted) {}

  /** Reads the names of these resources at the same time, as far as they are not known. */
  public void prepare(Stream<Arn> resources) {
    var missing = unknown(resources);
    BatchRead.of(missing, reader::heads)
        .forEach(stored -> stored.readable().ifPresent(head -> add(head, false)));
    BatchRead.of(unknown(missing.stream()), reader::tombstones)
        .forEach(stored -> stored.readable().ifPresent(gone -> add(gone.last(), true)));
    unknown(missing.stream()).forEach(arn -> names.put(arn, new KnownName(arn.id(), false)));
  }

  /** The name of a live or deleted resource; its id if it has none or is not known. */
  public String name(Arn arn) {
    return known(arn).name();
  }

  /** Whether the deletion of a resource was observed, and it has not returned. */
  public boolean isDeleted(Arn arn) {
    return known(arn).isDeleted();
  }

  private KnownName known(Arn arn) {
    prepare(Stream.of(arn));
    return names.getOrDefault(arn, new KnownName(arn.id(), false));
  }

  private List<Arn> unknown(Stream<Arn> resources) {
    return resources.filter(arn -> !names.containsKey(arn)).distinct().toList();
  }

  private void add(Head head, boolean isDeleted) {
    var arn = head.arn();
    var name = arn.scope().flatMap(scope -> head.document().name(scope.kind()));
    names.put(arn, new KnownName(name.orElse(arn.id()), isDeleted));
  }
}
