package dev.bedrockinventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.sqlite.SqliteStore;
import dev.bedrockinventory.query.ExampleHistory;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A SQLite file fulfils the contract of stores, and the promises of a file. */
final class SqliteStoreTest extends StoreContract {
  @TempDir private Path folder;
  private Path file;
  private SqliteStore store;

  @BeforeEach
  void fill() {
    file = folder.resolve("ledger.db");
    store = SqliteStore.openOrCreate(file, ExampleHistory.END);
    ITEMS.writeTo(store);
  }

  @Override
  ItemStore store() {
    return store;
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void expiredItemsAreRemovedWhenALedgerIsOpenedForWriting() {
    var end = ExampleHistory.END.getEpochSecond();
    put("EXPIRING", "before", end - 1);
    put("EXPIRING", "after", end + 1);
    store.close();

    store = SqliteStore.openOrCreate(file, ExampleHistory.END);

    assertThat(store.query(Query.partition("EXPIRING")))
        .extracting(MemoryStore::key)
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
}
