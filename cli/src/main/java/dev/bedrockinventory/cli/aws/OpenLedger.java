package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.ledger.LedgerFormat;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.RepairWriter;
import dev.bedrockinventory.ledger.StoredLedger;
import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import dev.bedrockinventory.sweep.Backoff;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The DynamoDB client and table of a ledger, open while a command runs.
 *
 * @param dynamo the client, closed with this
 * @param table the table's name
 * @param onClose closes the DynamoDB Local of the client, after the client
 */
public record OpenLedger(DynamoDbClient dynamo, String table, Runnable onClose)
    implements AutoCloseable {
  /**
   * Opens an existing ledger.
   *
   * @throws LedgerUnavailableException as {@link #requireFormat}; then everything is closed
   */
  public static OpenLedger open(DynamoDbClient dynamo, String table, Runnable onClose) {
    var ledger = new OpenLedger(dynamo, table, onClose);
    try {
      ledger.requireFormat();
      return ledger;
    } catch (LedgerUnavailableException e) {
      ledger.close();
      throw e;
    }
  }

  /**
   * Requires that this program supports the format of the ledger.
   *
   * @throws LedgerUnavailableException if it does not, or the table cannot be read
   */
  public void requireFormat() {
    new LedgerFormat(new DynamoStore(dynamo, table)).require();
  }

  /** The queries of read commands. */
  public LedgerReader reader() {
    return new LedgerReader(new DynamoStore(dynamo, table));
  }

  /** The ledger of one sweep, or of refreshes one after another. */
  public StoredLedger ledger() {
    var pause = Backoff.jittered(Thread::sleep);
    return new StoredLedger(new DynamoStore(dynamo, table, pause), pause);
  }

  /** Writes repaired items. */
  public RepairWriter repairs() {
    return new RepairWriter(new DynamoStore(dynamo, table));
  }

  @Override
  public void close() {
    dynamo.close();
    onClose.run();
  }
}
