package dev.bedrockinventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.query.ExampleHistory;
import dev.bedrockinventory.query.ExampleScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a store of the ledger's items promises, in memory, in a table and in a file. */
abstract class StoreContract {
  private static final Arn BUSY = new ExampleScope(ExampleHistory.APPLICATION).arn("busy");
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

  /** The items of every store, and of the one in memory that says what a query returns. */
  static final MemoryStore ITEMS = items();

  private static MemoryStore items() {
    var items = ExampleHistory.copy();
    special().forEach(items::put);
    return items;
  }

  /** Large items whose keys are ordered by their bytes in UTF-8. */
  private static List<Map<String, AttributeValue>> special() {
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

  /** A store with these items. */
  abstract ItemStore store();

  @ParameterizedTest
  @FieldSource("QUERIES")
  void aQueryReturnsItsItemsInOrder(Query query) {
    assertThat(store().query(query)).containsExactlyElementsOf(ITEMS.query(query).toList());
  }

  @Test
  void everyItemIsReadAsItWasWritten() {
    for (var item : ITEMS.all()) {
      assertThat(store().find(MemoryStore.key(item))).contains(item);
    }
  }

  @Test
  void aQueryReadsAllPagesInBothDirections() {
    var items = IntStream.range(0, 1_001).mapToObj(i -> item("MANY", "%04d".formatted(i))).toList();
    items.forEach(item -> store().write(new ItemWrite.PutItem(item, Condition.NONE)));

    assertThat(store().query(Query.partition("MANY"))).containsExactlyElementsOf(items);
    assertThat(store().query(Query.partition("MANY").newestFirst()))
        .containsExactlyElementsOf(items.reversed());
    assertThat(store().query(Query.partition("MANY").last()).limit(3))
        .containsExactlyElementsOf(items.reversed().subList(0, 3));
  }

  @Test
  void aWriteWhoseConditionDoesNotHoldChangesNothing() {
    var item = item("X", "1");
    var other = item("X", "1", Map.of("revision", AttributeValue.fromN("7")));

    assertThat(store().write(new ItemWrite.PutItem(item, Condition.NEW))).isTrue();
    assertThat(store().write(new ItemWrite.PutItem(other, Condition.NEW))).isFalse();
    assertThat(
            store()
                .write(
                    new Update(new ItemKey("X", "1"))
                        .set("note", "changed")
                        .where(new Condition.Present("note"))))
        .isFalse();

    assertThat(store().find(new ItemKey("X", "1"))).contains(item);
  }

  @Test
  void aTransactionNamesItsFailedConditionsAndWritesNothing() {
    store().write(new ItemWrite.PutItem(item("X", "1"), Condition.NEW));
    var writes =
        List.<ItemWrite>of(
            new ItemWrite.PutItem(item("X", "2"), Condition.NEW),
            new ItemWrite.PutItem(item("X", "1"), Condition.NEW),
            new ItemWrite.DeleteItem(new ItemKey("X", "3"), List.of(Condition.at("revision", 1))));

    assertThat(store().write(writes, "token"))
        .isEqualTo(new TransactionOutcome.Lost(List.of(1, 2)));

    assertThat(store().query(Query.partition("X"))).containsExactly(item("X", "1"));
  }

  @Test
  void anUpdateSetsAddsAndRemoves() {
    var key = new ItemKey("X", "1");
    store().write(new Update(key).set("a", "one").setOnce("b", "first").add("n", 2));
    store().write(new Update(key).remove("a").setOnce("b", "second").add("n", 40).set("c", true));

    assertThat(store().find(key))
        .contains(
            item(
                "X",
                "1",
                Map.of(
                    "b", AttributeValue.fromS("first"),
                    "n", AttributeValue.fromN("42"),
                    "c", AttributeValue.fromBool(true))));
  }

  @Test
  void severalItemsAreReadByTheirKeys() {
    var key = ItemKey.revision(ExampleHistory.BILLING, 1);
    var keys = List.of(key, ItemKey.revision(ExampleHistory.BILLING, 9), key);

    assertThat(store().find(keys.get(1))).isEmpty();
    assertThat(store().find(keys)).containsExactly(ITEMS.get(key));
    assertThat(store().find(keys, List.of("change")))
        .containsExactly(Map.of("change", AttributeValue.fromS("BASELINE")));
  }

  private static Map<String, AttributeValue> item(String pk, String sk) {
    return item(pk, sk, Map.of());
  }

  static Map<String, AttributeValue> item(
      String pk, String sk, Map<String, AttributeValue> attributes) {
    var copy = new MemoryStore();
    copy.put(new ItemKey(pk, sk), attributes);
    return copy.get(new ItemKey(pk, sk));
  }
}
