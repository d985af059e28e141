package dev.bedrockinventory.ledger.dynamodb;

import dev.bedrockinventory.ledger.LedgerFormat;
import dev.bedrockinventory.ledger.TableLayout;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Creates the ledger's table in DynamoDB Local, where it is not deployed. */
public final class TableCreator {
  private final DynamoDbClient client;
  private final String table;

  /** A creator of this table. */
  public TableCreator(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * Creates the table if it is missing, and waits until it is active.
   *
   * @return whether it was created
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if DynamoDB denies the request or
   *     cannot be reached
   */
  public boolean createIfMissing() {
    try {
      var made = !exists() && make();
      if (made) {
        new LedgerFormat(new DynamoStore(client, table)).establish();
      }
      expireReports();
      return made;
    } catch (SdkException e) {
      throw LedgerErrors.because(e, client, table);
    }
  }

  private boolean exists() {
    try {
      client.describeTable(request -> request.tableName(table));
      return true;
    } catch (ResourceNotFoundException e) {
      return false;
    }
  }

  /** Whether this call created it, and not another process at the same time. */
  private boolean make() {
    var made = create();
    try (var waiter = client.waiter()) {
      waiter.waitUntilTableExists(request -> request.tableName(table));
    }
    return made;
  }

  private boolean create() {
    try {
      client.createTable(TableDefinition.of(table));
      return true;
    } catch (ResourceInUseException e) {
      return false;
    }
  }

  private void expireReports() {
    try {
      var status =
          client
              .describeTimeToLive(request -> request.tableName(table))
              .timeToLiveDescription()
              .timeToLiveStatus();
      if (status == TimeToLiveStatus.DISABLED) {
        client.updateTimeToLive(request ->
            request
                .tableName(table)
                .timeToLiveSpecification(
                    expiry -> expiry.enabled(true).attributeName(TableLayout.EXPIRES_AT)));
      }
    } catch (DynamoDbException e) {
      if (!"UnknownOperationException".equals(e.awsErrorDetails().errorCode())) {
        throw e;
      }
    }
  }
}
