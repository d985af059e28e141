package dev.bedrockinventory.cli.ledger;

import dev.bedrockinventory.ledger.ItemStore;
import dev.bedrockinventory.ledger.LedgerFormat;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.RepairWriter;
import dev.bedrockinventory.ledger.StoredLedger;
import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import dev.bedrockinventory.sweep.Backoff;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A ledger, open while a command runs. Thread-safe.
 *
 * @param stores a store for each user of the ledger, which counts what it consumes
 * @param check the damage of the store itself, which verification of the items does not see
 * @param onClose closes what the stores use
 */
public record OpenLedger(Supplier<ItemStore> stores, Supplier<List<String>> check, Runnable onClose)
    implements AutoCloseable {
  private static final Backoff PAUSE = Backoff.jittered(Thread::sleep);

  /**
   * The ledger in a table.
   *
   * @param dynamo the client, closed with this
   * @param onClose is called after the client is closed
   */
  public static OpenLedger inTable(DynamoDbClient dynamo, String table, Runnable onClose) {
    return new OpenLedger(
        () -> new DynamoStore(dynamo, table, PAUSE),
        List::of,
        () -> {
          dynamo.close();
          onClose.run();
        });
  }

  /**
   * Requires that this program supports the format of the ledger.
   *
   * @throws LedgerUnavailableException if it does not, or the ledger cannot be read; then
   *     everything is closed
   */
  public OpenLedger requireFormat() {
    return closedOnFailure(() -> new LedgerFormat(stores.get()).require());
  }

  /** The same, and writes the version of the format into a new ledger. */
  public OpenLedger establishFormat() {
    return closedOnFailure(() -> new LedgerFormat(stores.get()).establish());
  }

  private OpenLedger closedOnFailure(Runnable requirement) {
    try {
      requirement.run();
      return this;
    } catch (LedgerUnavailableException e) {
      close();
      throw e;
    }
  }

  /** The queries of read commands. */
  public LedgerReader reader() {
    return new LedgerReader(stores.get());
  }

  /** The ledger of one sweep, or of refreshes one after another. */
  public StoredLedger ledger() {
    return new StoredLedger(stores.get(), PAUSE);
  }

  /** Writes repaired items. */
  public RepairWriter repairs() {
    return new RepairWriter(stores.get());
  }

  @Override
  public void close() {
    onClose.run();
  }
}
