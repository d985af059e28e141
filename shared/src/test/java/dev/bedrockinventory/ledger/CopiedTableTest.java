package dev.bedrockinventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.query.ExampleHistory;
import dev.bedrockinventory.query.ExampleScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** A copied table answers as the table on DynamoDB Local does. */
final class CopiedTableTest {
  private static final Arn BUSY = new ExampleScope(ExampleHistory.APPLICATION).arn("busy");
  private static final LocalTable TABLE = LocalTable.create();
  private static final String LARGE = "x".repeat(300_000);

  static final List<Query> QUERIES =
      List.of(
          Query.partition(ItemKey.SCOPES),
          Query.partition("nothing"),
          Query.revisions(ExampleHistory.BILLING),
          Query.evidence(ExampleHistory.SEARCH),
          Query.newestEvidence(ExampleHistory.SEARCH),
          Query.evidence(
              ExampleHistory.SEARCH,
              Instant.parse("2026-11-04T09:59:59Z"),
              Instant.parse("2026-11-04T09:59:59Z")),
          Query.partition(ItemKey.history(ExampleHistory.BILLING)).last(),
          Query.revisions(ExampleHistory.BILLING).lastUntil(Instant.parse("2026-11-04T12:00:00Z")),
          Query.changes(LocalDate.parse("2026-11-04")),
          Query.changeKeys(LocalDate.parse("2026-11-04")),
          Query.changeKeys(LocalDate.parse("2026-11-04"), Instant.parse("2026-11-04T12:00:00Z")),
          Query.partition(ItemKey.history(BUSY)),
          Query.partition(ItemKey.history(BUSY)).last());

  @BeforeAll
  static void fill() {
    ExampleHistory.fill(TABLE);
    special()
        .forEach(item -> TABLE.client().putItem(put -> put.tableName(TABLE.name()).item(item)));
  }

  /** Large items whose keys are ordered by their bytes in UTF-8. */
  static List<Map<String, AttributeValue>> special() {
    return Stream.of("\uE000", "\uD83D\uDE00", "a", "B", "é", "z1", "z2")
        .map(sortKey ->
            Map.of(
                "pk",
                AttributeValue.fromS(ItemKey.history(BUSY)),
                "sk",
                AttributeValue.fromS(sortKey),
                "text",
                AttributeValue.fromS(LARGE)))
        .toList();
  }

  @AfterAll
  static void drop() {
    TABLE.drop();
  }

  @ParameterizedTest
  @FieldSource("QUERIES")
  void everyPageOfAQueryIsThatOfTheTable(Query query) {
    assertThat(pages(query, CopiedTable.of(TABLE))).isEqualTo(pages(query, TABLE.client()));
  }

  @Test
  void theCopyHasTheItemsOfTheTable() {
    var copy = CopiedTable.of(TABLE);
    var key = ItemKey.revision(ExampleHistory.BILLING, 1);
    var keys = List.of(key, ItemKey.revision(ExampleHistory.BILLING, 9));
    var ofTable = new DynamoStore(TABLE.client(), TABLE.name());
    var ofCopy = new DynamoStore(copy, TABLE.name());

    assertThat(ofCopy.find(key)).isPresent().isEqualTo(ofTable.find(key));
    assertThat(ofCopy.find(keys.getLast())).isEmpty();
    assertThat(ofCopy.find(keys)).hasSize(1).isEqualTo(ofTable.find(keys));
    assertThat(ofCopy.find(keys, List.of("change")))
        .isEqualTo(ofTable.find(keys, List.of("change")));
  }

  @Test
  void anotherTableDoesNotExist() {
    var copy = CopiedTable.of(TABLE);
    var query = QueryRequest.builder().tableName("another").build();

    assertThatThrownBy(() -> copy.query(query)).isInstanceOf(ResourceNotFoundException.class);
  }

  private static List<Object> pages(Query query, DynamoDbClient client) {
    var recorder = new PageRecorder(client);
    new DynamoStore(recorder, TABLE.name()).query(query).forEach(_ -> {});
    return recorder.pages;
  }

  private static final class PageRecorder implements DynamoDbClient {
    private final DynamoDbClient client;
    private final List<Object> pages = new ArrayList<>();

    PageRecorder(DynamoDbClient client) {
      this.client = client;
    }

    @Override
    public QueryResponse query(QueryRequest request) {
      var response = client.query(request);
      pages.add(List.of(response.items(), response.lastEvaluatedKey()));
      return response;
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
