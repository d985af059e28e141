package dev.bedrockinventory.ledger;

import dev.bedrockinventory.simulator.engine.Engine;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

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

  /** A new and empty table. */
  public static LocalTable make() {
    var table = new LocalTable(Shared.CLIENT, "ledger-" + TABLES.incrementAndGet());
    new TableCreator(table.client(), table.name()).makeWhereMissing();
    return table;
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
