package dev.bedrockinventory.functions;

import dev.bedrockinventory.ledger.LedgerFormat;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.PlannedScopes;
import dev.bedrockinventory.ledger.StoredLedger;
import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import dev.bedrockinventory.sweep.Backoff;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Opens the ledger for each invocation. The first one requires that this code supports its format;
 * every method throws {@link dev.bedrockinventory.sweep.LedgerUnavailableException} if it does not.
 * Thread-safe.
 */
final class LedgerAccess {
  private final DynamoDbClient client;
  private final String table;
  private final LedgerFormat format;

  /** Calls nothing yet: SnapStart takes its snapshot after this. */
  LedgerAccess(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    this.format = new LedgerFormat(new DynamoStore(client, table));
  }

  /** The planner's part; the first plan states the format in the table. */
  PlannedScopes plannedScopes() {
    format.establish();
    return new PlannedScopes(new DynamoStore(client, table));
  }

  /** The ledger of one sweep, or of refreshes in sequence; it counts what it consumes. */
  StoredLedger ledger() {
    format.require();
    var pause = Backoff.jittered(Thread::sleep);
    return new StoredLedger(new DynamoStore(client, table, pause), pause);
  }

  LedgerReader reader() {
    format.require();
    return new LedgerReader(new DynamoStore(client, table));
  }
}
