package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.ledger.DynamoLedger;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.RepairWriter;
import dev.bedrockinventory.sweep.Backoff;
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
