package dev.bedrockinventory.ledger;

import dev.bedrockinventory.change.ChangeSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Splits change sets into batches that fit into a transaction; sizes are upper bounds. */
final class FakeBatches {
  private static final int MOST_ITEMS = 100;
  private static final int MOST_BYTES = 3_500_000;

  private FakeBatches() {}

  static List<List<ChangeSet>> cut(List<ChangeSet> changeSets) {
    var batches = new ArrayList<List<ChangeSet>>();
    var batch = new ArrayList<ChangeSet>();
    var items = 1;
    var bytes = 0L;
    for (var changeSet : changeSets) {
      items += items(changeSet);
      bytes += bytes(changeSet);
      if (!batch.isEmpty() && (items > MOST_ITEMS || bytes > MOST_BYTES)) {
        batches.add(List.copyOf(batch));
        batch.clear();
        items = 1 + items(changeSet);
        bytes = bytes(changeSet);
      }
      batch.add(changeSet);
    }
    if (!batch.isEmpty()) {
      batches.add(List.copyOf(batch));
    }
    return List.copyOf(batches);
  }

  static int items(ChangeSet changeSet) {
    var tombstones =
        changeSet instanceof ChangeSet.Deleted || changeSet instanceof ChangeSet.Returned ? 1 : 0;
    var known = changeSet.revision().number() == 1 ? 1 : 0;
    return 2 + known + tombstones + changeSet.removedRoutes().size() + changeSet.putRoutes().size();
  }

  private static long bytes(ChangeSet changeSet) {
    var document = changeSet.revision().document().json().getBytes(StandardCharsets.UTF_8).length;
    var fields =
        changeSet.revision().fields().stream()
            .mapToInt(field -> field.tree().toString().getBytes(StandardCharsets.UTF_8).length)
            .sum();
    return 2L * document + fields + 2_000L * items(changeSet);
  }
}
