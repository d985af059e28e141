package dev.bedrockinventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.query.ExampleHistory;
import dev.bedrockinventory.query.ExampleScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** A copied table answers as the table on DynamoDB Local does. */
final class CopiedTableTest {
  private static final Arn BUSY = new ExampleScope(ExampleHistory.APPLICATION).arn("busy");
  private static final LocalTable TABLE = LocalTable.create();
  private static final String LARGE = "x".repeat(300_000);

  static final List<QueryRequest> QUERIES =
      Stream.of(
              Queries.partition(ItemKey.SCOPES),
              Queries.partition("nothing"),
              Queries.beginning(ItemKey.history(ExampleHistory.BILLING), ItemKey.REVISION_PREFIX),
              Queries.evidence(ExampleHistory.SEARCH),
              Queries.newestEvidence(ExampleHistory.SEARCH),
              Queries.evidence(
                  ExampleHistory.SEARCH,
                  Instant.parse("2026-11-04T09:59:59Z"),
                  Instant.parse("2026-11-04T09:59:59Z")),
              Queries.last(Queries.partition(ItemKey.history(ExampleHistory.BILLING))),
              Queries.lastUntil(
                  Queries.beginning(
                      ItemKey.history(ExampleHistory.BILLING), ItemKey.REVISION_PREFIX),
                  Instant.parse("2026-11-04T12:00:00Z")),
              Queries.changes(LocalDate.parse("2026-11-04")),
              Queries.changeKeys(LocalDate.parse("2026-11-04")),
              Queries.partition(ItemKey.history(BUSY)),
              Queries.last(Queries.partition(ItemKey.history(BUSY))))
          .map(query -> query.copy(request -> request.tableName(TABLE.name())))
          .toList();

  @BeforeAll
  static void fill() {
    ExampleHistory.fill(TABLE);
    for (var sortKey : List.of("\uE000", "\uD83D\uDE00", "a", "B", "é", "z1", "z2")) {
      var item = Map.of("sk", AttributeValue.fromS(sortKey), "text", AttributeValue.fromS(LARGE));
      var whole = new HashMap<>(item);
      whole.put("pk", AttributeValue.fromS(ItemKey.history(BUSY)));
      TABLE.client().putItem(put -> put.tableName(TABLE.name()).item(whole));
    }
  }

  @AfterAll
  static void drop() {
    TABLE.drop();
  }

  @ParameterizedTest
  @FieldSource("QUERIES")
  void everyPageOfAQueryIsThatOfTheTable(QueryRequest query) {
    var copy = CopiedTable.of(TABLE);

    assertThat(pages(query, copy::query)).isEqualTo(pages(query, TABLE.client()::query));
  }

  @Test
  void aQueryEndsAPageAtItsLimit() {
    var query = QUERIES.getFirst().copy(request -> request.limit(2));
    var copy = CopiedTable.of(TABLE);

    assertThat(pages(query, copy::query))
        .hasSizeGreaterThan(1)
        .isEqualTo(pages(query, TABLE.client()::query));
  }

  @Test
  void theCopyHasTheItemsOfTheTable() {
    var copy = CopiedTable.of(TABLE);
    var key = ItemKey.revision(ExampleHistory.BILLING, 1);
    var keys = List.of(key, ItemKey.revision(ExampleHistory.BILLING, 9));
    var ofTable = new TableClient(TABLE.client(), TABLE.name());
    var ofCopy = new TableClient(copy, TABLE.name());

    assertThat(ofCopy.find(key)).isPresent().isEqualTo(ofTable.find(key));
    assertThat(ofCopy.find(keys.getLast())).isEmpty();
    assertThat(ofCopy.find(keys)).hasSize(1).isEqualTo(ofTable.find(keys));
    assertThat(ofCopy.find(keys, List.of("change")))
        .isEqualTo(ofTable.find(keys, List.of("change")));
  }

  @Test
  void anotherTableDoesNotExist() {
    var copy = CopiedTable.of(TABLE);
    var query = QUERIES.getFirst().copy(request -> request.tableName("another"));

    assertThatThrownBy(() -> copy.query(query)).isInstanceOf(ResourceNotFoundException.class);
  }

  private static List<Object> pages(
      QueryRequest query, Function<QueryRequest, QueryResponse> client) {
    var pages = new ArrayList<Object>();
    new QueryPages(
            query,
            request -> {
              var response = client.apply(request);
              pages.add(List.of(response.items(), response.lastEvaluatedKey()));
              return response;
            })
        .forEachRemaining(_ -> {});
    return pages;
  }
}
