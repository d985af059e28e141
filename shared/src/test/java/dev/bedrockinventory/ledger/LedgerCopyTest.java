package dev.bedrockinventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.sqlite.SqliteStore;
import dev.bedrockinventory.query.ExampleHistory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A copy of a ledger has its items as they are. */
final class LedgerCopyTest {
  private final MemoryStore table = ExampleHistory.copy();

  @Test
  void everyItemIsCopiedFromATableToAFile(@TempDir Path folder) {
    try (var file = SqliteStore.openOrCreate(folder.resolve("ledger.db"), ExampleHistory.END)) {
      LedgerCopy.of(table, file);

      for (var item : table.all()) {
        assertThat(file.find(MemoryStore.key(item))).contains(item);
      }
    }
  }

  @Test
  void aDamagedItemIsCopiedAsItIs(@TempDir Path folder) {
    var head = ItemKey.head(ExampleHistory.APPLICATION, ExampleHistory.BILLING);
    table.replace(head, "document", AttributeValue.fromS("{"));
    try (var file = SqliteStore.openOrCreate(folder.resolve("ledger.db"), ExampleHistory.END)) {
      LedgerCopy.of(table, file);

      assertThat(file.find(head)).contains(table.get(head));
    }
  }
}
