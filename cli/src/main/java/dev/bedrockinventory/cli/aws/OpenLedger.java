package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.ledger.DynamoLedger;
import dev.bedrockinventory.ledger.LedgerFormat;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.RepairWriter;
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
    new LedgerFormat(dynamo, table).require();
  }

  /** The queries of read commands. */
  public LedgerReader reader() {
    return new LedgerReader(dynamo, table);
  }

  /** The ledger of one sweep, or of refreshes one after another. */
  public DynamoLedger ledger() {
    return new DynamoLedger(dynamo, table, Backoff.jittered(Thread::sleep));
  }

  /** Writes repaired items. */
  public RepairWriter repairs() {
    return new RepairWriter(dynamo, table);
  }

  @Override
  public void close() {
    dynamo.close();
    onClose.run();
  }
}
