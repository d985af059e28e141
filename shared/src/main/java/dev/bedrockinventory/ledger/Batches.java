package dev.bedrockinventory.ledger;

import dev.bedrockinventory.change.ChangeSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Splits change sets into batches that each fit into one transaction. */
final class Batches {
  /**
   * The maximum number of items of one TransactWriteItems, including the scope item (API
   * reference).
   */
  private static final int MOST_ITEMS = 100;

  /** TransactWriteItems accepts 4 MB in total; the rest is for the scope item. */
  private static final long MOST_BYTES = 4_000_000;

  private Batches() {}

  static List<List<ChangeSet>> cut(List<ChangeSet> changeSets) {
    var batches = new ArrayList<List<ChangeSet>>();
    var batch = new ArrayList<ChangeSet>();
    var items = 1;
    var bytes = 0L;
    for (var changeSet : changeSets) {
      var writes = writes(changeSet);
      var size = writes.stream().mapToLong(ItemSize::of).sum() + replaced(changeSet);
      if (!batch.isEmpty() && (items + writes.size() > MOST_ITEMS || bytes + size > MOST_BYTES)) {
        batches.add(List.copyOf(batch));
        batch.clear();
        items = 1;
        bytes = 0;
      }
      batch.add(changeSet);
      items += writes.size();
      bytes += size;
    }
    if (!batch.isEmpty()) {
      batches.add(List.copyOf(batch));
    }
    return List.copyOf(batches);
  }

  /** Deleted items may count too: the API reference does not say. */
  private static long replaced(ChangeSet changeSet) {
    return changeSet
        .last()
        .map(last -> last.document().json().getBytes(StandardCharsets.UTF_8).length)
        .orElse(0);
  }

  /** The generation is not known yet, but each number has the same size. */
  private static List<ItemWrite> writes(ChangeSet changeSet) {
    var arn = changeSet.revision().arn();
    var scope =
        arn.scope()
            .orElseThrow(() ->
                new IllegalArgumentException("'%s' does not belong to a scope".formatted(arn)));
    return new ItemWrites(scope, 0).of(changeSet);
  }
}
