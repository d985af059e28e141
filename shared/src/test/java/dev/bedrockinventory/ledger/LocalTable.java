package dev.bedrockinventory.ledger;

import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import dev.bedrockinventory.ledger.dynamodb.TableCreator;
import dev.bedrockinventory.simulator.engine.Engine;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;

/**
 * A ledger's table on DynamoDB Local. One instance serves all tests of this process and ends with
 * it; each test has its own table.
 *
 * @param client a client of DynamoDB Local
 * @param name the table's name
 */
public record LocalTable(DynamoDbClient client, String name) {
  private static final AtomicInteger TABLES = new AtomicInteger();

  /** Started with the first table. */
  private static final class Shared {
    private static final Engine ENGINE = Engine.inMemory(0);
    private static final DynamoDbClient CLIENT = client(ENGINE.endpoint());
  }

  /**
   * A new and empty table without a stream: DynamoDB Local keeps the stream records of all tables,
   * and each write takes longer the more there are.
   */
  public static LocalTable create() {
    var table = withStream();
    var off = StreamSpecification.builder().streamEnabled(false).build();
    table.client().updateTable(update -> update.tableName(table.name()).streamSpecification(off));
    return table;
  }

  /** A new and empty table, exactly as the ledger creates it. */
  static LocalTable withStream() {
    var table = new LocalTable(Shared.CLIENT, "ledger-" + TABLES.incrementAndGet());
    new TableCreator(table.client(), table.name()).createIfMissing();
    return table;
  }

  /** Deletes the table: each further one makes DynamoDB Local slower. */
  public void drop() {
    client.deleteTable(request -> request.tableName(name));
  }

  /** The store in this table. */
  public DynamoStore store() {
    return new DynamoStore(client, name);
  }

  /** A reader of this table. */
  public LedgerReader reader() {
    return new LedgerReader(store());
  }

  /** The endpoint of DynamoDB Local. */
  public static URI endpoint() {
    return Shared.ENGINE.endpoint();
  }

  /** A client of this endpoint. */
  public static DynamoDbClient client(URI endpoint) {
    return builder(endpoint).build();
  }

  static DynamoDbClientBuilder builder(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("111122223333", "secret")))
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }
}
