package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.ledger.Backoff;
import dev.bedrockinventory.ledger.DynamoLedger;
import dev.bedrockinventory.ledger.LedgerReader;
import java.util.random.RandomGenerator;
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
  public DynamoLedger journal() {
    return new DynamoLedger(dynamo, table, Backoff.jittered(RandomGenerator.getDefault()));
  }

  @Override
  public void close() {
    dynamo.close();
    onClose.run();
  }
}
