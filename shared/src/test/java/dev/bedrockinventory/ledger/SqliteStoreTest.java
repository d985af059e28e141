package dev.bedrockinventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import dev.bedrockinventory.ledger.sqlite.SqliteStore;
import dev.bedrockinventory.query.ExampleHistory;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A SQLite file stores and returns items as a table does. */
final class SqliteStoreTest {
  private static final CopiedTable TABLE = ExampleHistory.copy();

  static {
    CopiedTableTest.special().forEach(TABLE::put);
  }

  @TempDir private Path folder;
  private Path file;
  private SqliteStore store;

  @BeforeEach
  void fill() {
    file = folder.resolve("ledger.db");
    store = SqliteStore.openOrCreate(file, ExampleHistory.END);
    var token = "1";
    var puts =
        TABLE.all().stream()
            .<ItemWrite>map(item -> new ItemWrite.PutItem(item, Condition.NEW))
            .toList();
    assertThat(store.write(puts, token)).isEqualTo(new TransactionOutcome.Written());
  }

  @AfterEach
  void close() {
    store.close();
  }

  static List<Query> queries() {
    return CopiedTableTest.QUERIES;
  }

  @ParameterizedTest
  @MethodSource("queries")
  void aQueryReturnsTheItemsOfATable(Query query) {
    var table = new DynamoStore(TABLE, TABLE.asTable().name());

    assertThat(store.query(query)).containsExactlyElementsOf(table.query(query).toList());
  }

  @Test
  void everyItemIsReadAsItWasWritten() {
    for (var item : TABLE.all()) {
      assertThat(store.find(CopiedTable.key(item))).contains(item);
    }
  }

  @Test
  void aQueryReadsAllPagesInBothDirections() {
    var items = IntStream.range(0, 1_001).mapToObj(i -> item("MANY", "%04d".formatted(i))).toList();
    items.forEach(item -> store.write(new ItemWrite.PutItem(item, Condition.NONE)));

    assertThat(store.query(Query.partition("MANY"))).containsExactlyElementsOf(items);
    assertThat(store.query(Query.partition("MANY").newestFirst()))
        .containsExactlyElementsOf(items.reversed());
    assertThat(store.query(Query.partition("MANY").last()).limit(3))
        .containsExactlyElementsOf(items.reversed().subList(0, 3));
  }

  @Test
  void aWriteWhoseConditionDoesNotHoldChangesNothing() {
    var item = item("X", "1");
    var other = item("X", "1", Map.of("revision", AttributeValue.fromN("7")));

    assertThat(store.write(new ItemWrite.PutItem(item, Condition.NEW))).isTrue();
    assertThat(store.write(new ItemWrite.PutItem(other, Condition.NEW))).isFalse();
    assertThat(
            store.write(
                new Update(new ItemKey("X", "1"))
                    .set("note", "changed")
                    .where(new Condition.Present("note"))))
        .isFalse();

    assertThat(store.find(new ItemKey("X", "1"))).contains(item);
  }

  @Test
  void aTransactionNamesItsFailedConditionsAndWritesNothing() {
    store.write(new ItemWrite.PutItem(item("X", "1"), Condition.NEW));
    var writes =
        List.<ItemWrite>of(
            new ItemWrite.PutItem(item("X", "2"), Condition.NEW),
            new ItemWrite.PutItem(item("X", "1"), Condition.NEW),
            new ItemWrite.DeleteItem(new ItemKey("X", "3"), List.of(Condition.at("revision", 1))));

    assertThat(store.write(writes, "token")).isEqualTo(new TransactionOutcome.Lost(List.of(1, 2)));

    assertThat(store.query(Query.partition("X"))).containsExactly(item("X", "1"));
  }

  @Test
  void anUpdateSetsAddsAndRemoves() {
    var key = new ItemKey("X", "1");
    store.write(new Update(key).set("a", "one").setOnce("b", "first").add("n", 2));
    store.write(new Update(key).remove("a").setOnce("b", "second").add("n", 40).set("c", true));

    assertThat(store.find(key))
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
  void expiredItemsAreRemovedWhenALedgerIsOpenedForWriting() {
    var end = ExampleHistory.END.getEpochSecond();
    put("EXPIRING", "before", end - 1);
    put("EXPIRING", "after", end + 1);
    store.close();

    store = SqliteStore.openOrCreate(file, ExampleHistory.END);

    assertThat(store.query(Query.partition("EXPIRING")))
        .extracting(CopiedTable::key)
        .containsExactly(new ItemKey("EXPIRING", "after"));
  }

  private void put(String pk, String sk, long expiresAt) {
    var expires = AttributeValue.fromN(Long.toString(expiresAt));
    store.write(
        new ItemWrite.PutItem(
            item(pk, sk, Map.of(TableLayout.EXPIRES_AT, expires)), Condition.NONE));
  }

  @Test
  void anEditedItemThatIsNoItemIsReadAsDamaged() throws SQLException {
    var head = ItemKey.head(ExampleHistory.APPLICATION, ExampleHistory.BILLING);
    execute("UPDATE items SET attributes = '[1, null]' WHERE sk = '" + head.sk() + "'");

    var found =
        new LedgerReader(store).findHead(ExampleHistory.APPLICATION, ExampleHistory.BILLING);

    assertThat(found).isPresent();
    assertThat(found.orElseThrow().damage()).isPresent();
  }

  @Test
  void aValueThatTheLedgerNeverWritesIsReadAsItIs() throws SQLException {
    execute(
        "INSERT INTO items (pk, sk, attributes)"
            + " VALUES ('X', '1', '{\"a\":null,\"b\":{\"c\":[1.50,false]}}')");

    assertThat(store.find(new ItemKey("X", "1")).orElseThrow())
        .containsEntry("a", AttributeValue.fromNul(true))
        .containsEntry(
            "b",
            AttributeValue.fromM(
                Map.of(
                    "c",
                    AttributeValue.fromL(
                        List.of(AttributeValue.fromN("1.5"), AttributeValue.fromBool(false))))));
  }

  @Test
  void aReaderSeesWhatAnotherProcessWroteWhileItWaits() throws SQLException {
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      statement.execute("INSERT INTO items (pk, sk, attributes) VALUES ('X', '1', '{}')");

      assertThat(store.query(Query.partition("X"))).isEmpty();

      statement.execute("COMMIT");
    }
    assertThat(store.query(Query.partition("X"))).hasSize(1);
  }

  @Test
  void aFileThatSeveralProcessesCreateAtOnceIsOneLedger() throws Exception {
    var another = folder.resolve("new.db");
    var failures = new ConcurrentLinkedQueue<Throwable>();
    var creators = new ArrayList<Thread>();
    for (var creator = 0; creator < 8; creator++) {
      creators.add(
          Thread.ofPlatform()
              .uncaughtExceptionHandler((_, failure) -> failures.add(failure))
              .start(() -> SqliteStore.openOrCreate(another, ExampleHistory.END).close()));
    }
    for (var creator : creators) {
      creator.join();
    }

    assertThat(failures).isEmpty();
    SqliteStore.open(another).close();
  }

  @Test
  void concurrentWritersOfOneFileLoseNothing() throws Exception {
    var writers = new ArrayList<Thread>();
    for (var writer = 0; writer < 4; writer++) {
      writers.add(
          Thread.ofVirtual()
              .start(() -> {
                try (var own = SqliteStore.open(file)) {
                  for (var i = 0; i < 50; i++) {
                    own.write(new Update(new ItemKey("COUNT", "1")).add("n", 1));
                  }
                }
              }));
    }
    for (var writer : writers) {
      writer.join();
    }

    assertThat(store.find(new ItemKey("COUNT", "1")).orElseThrow())
        .containsEntry("n", AttributeValue.fromN("200"));
  }

  private void execute(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Map<String, AttributeValue> item(String pk, String sk) {
    return item(pk, sk, Map.of());
  }

  private static Map<String, AttributeValue> item(
      String pk, String sk, Map<String, AttributeValue> attributes) {
    var copy = new CopiedTable("any");
    copy.put(new ItemKey(pk, sk), attributes);
    return copy.get(new ItemKey(pk, sk));
  }
}
