package dev.bedrockinventory.ledger;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Makes the ledger's table where nobody deploys it: on a local engine. */
public final class TableCreator {
  private final DynamoDbClient client;
  private final String table;

  /** A maker of this table. */
  public TableCreator(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * Makes the table and waits until it can be used; where it exists there is nothing to do.
   *
   * @return whether it had to be made
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if the engine refuses or cannot
   *     be reached
   */
  public boolean makeWhereMissing() {
    try {
      var made = !exists() && make();
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

  /** Whether this call made it, and not somebody else meanwhile. */
  private boolean make() {
    var made = create();
    try (var waiter = client.waiter()) {
      waiter.waitUntilTableExists(request -> request.tableName(table));
    }
    return made;
  }

  private boolean create() {
    try {
      client.createTable(TableLayout.definition(table));
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
