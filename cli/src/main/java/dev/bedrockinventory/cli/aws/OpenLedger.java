package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.ledger.Backoff;
import dev.bedrockinventory.ledger.DynamoLedger;
import dev.bedrockinventory.ledger.LedgerReader;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A DynamoDB and the table in it that holds the ledger, open as long as a command runs.
 *
 * @param dynamo the client, closed with this
 * @param table the table's name
 * @param engine what runs behind the client and is closed after it, if anything does
 */
public record OpenLedger(DynamoDbClient dynamo, String table, Runnable engine)
    implements AutoCloseable {
  /** The queries that read commands ask. */
  public LedgerReader reader() {
    return new LedgerReader(dynamo, table);
  }

  /** What a sweep, or a line of refreshes, records in; one for each. */
  public DynamoLedger journal() {
    return new DynamoLedger(dynamo, table, Backoff.jittered(RandomGenerator.getDefault()));
  }

  @Override
  public void close() {
    dynamo.close();
    engine.run();
  }
}
