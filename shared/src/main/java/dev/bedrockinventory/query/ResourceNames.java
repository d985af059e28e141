package dev.bedrockinventory.query;

import dev.bedrockinventory.aws.Parallel;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names of resources, each read once. Not thread-safe. */
public final class ResourceNames {
  private final LedgerReader reader;
  private final Map<Arn, String> names = new HashMap<>();

  /** Names in this ledger. */
  public ResourceNames(LedgerReader reader) {
    this.reader = reader;
  }

  /** Reads these names at the same time, as far as they are not known. */
  public void prepare(Collection<Change> changes) {
    var missing =
        changes.stream()
            .map(Change::arn)
            .distinct()
            .filter(arn -> !names.containsKey(arn))
            .toList();
    var found = Parallel.map(missing, this::read);
    for (var index = 0; index < missing.size(); index++) {
      names.put(missing.get(index), found.get(index));
    }
  }

  /** The name of a live or deleted resource; its id if it has none or is not known. */
  public String name(Arn arn) {
    return names.computeIfAbsent(arn, this::read);
  }

  private String read(Arn arn) {
    return arn.scope()
        .flatMap(scope -> last(scope, arn).flatMap(head -> head.document().name(scope.kind())))
        .orElse(arn.id());
  }

  private Optional<Head> last(Scope scope, Arn arn) {
    return reader
        .findHead(scope, arn)
        .flatMap(StoredItem::readable)
        .or(() ->
            reader.findTombstone(scope, arn).flatMap(StoredItem::readable).map(Tombstone::last));
  }
}
