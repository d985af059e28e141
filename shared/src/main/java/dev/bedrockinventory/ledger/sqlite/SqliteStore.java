package dev.bedrockinventory.ledger.sqlite;

import dev.bedrockinventory.change.RevisionEvents;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.ItemStore;
import dev.bedrockinventory.ledger.ItemWrite;
import dev.bedrockinventory.ledger.Query;
import dev.bedrockinventory.ledger.TransactionOutcome;
import dev.bedrockinventory.ledger.Update;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The store in one SQLite file. What a write returns is on the disk. A second process that writes
 * waits up to ten seconds, and then fails; readers never wait. Thread-safe.
 */
public final class SqliteStore implements ItemStore, AutoCloseable {
  private final SqliteFile file;

  private SqliteStore(SqliteFile file) {
    this.file = file;
  }

  /**
   * Opens an existing ledger.
   *
   * @throws LedgerUnavailableException if the file is missing, is not a ledger of a supported
   *     version, or cannot be opened
   */
  public static SqliteStore open(Path file) {
    return new SqliteStore(SqliteFile.open(file, false));
  }

  /**
   * The same, but creates a missing file, and removes the items that have expired.
   *
   * @throws LedgerUnavailableException as {@link #open}, except for a missing file
   */
  public static SqliteStore openOrCreate(Path file, Instant now) {
    var store = new SqliteStore(SqliteFile.open(file, true));
    try {
      store.committed(connection -> expire(connection, now));
      return store;
    } catch (LedgerUnavailableException e) {
      store.close();
      throw e;
    }
  }

  private static boolean expire(Connection connection, Instant now) throws SQLException {
    try (var delete =
        SqliteFile.prepare(
            connection, "DELETE FROM items WHERE expiresAt < ?", now.getEpochSecond())) {
      return delete.executeUpdate() > 0;
    }
  }

  @Override
  public String name() {
    return SqliteErrors.name(file.path());
  }

  @Override
  public Optional<Map<String, AttributeValue>> find(ItemKey key) {
    return file.read(connection -> find(connection, key));
  }

  @Override
  public List<Map<String, AttributeValue>> find(Collection<ItemKey> keys, List<String> attributes) {
    return file.read(connection -> {
      var found = new ArrayList<Map<String, AttributeValue>>();
      for (var key : keys.stream().distinct().toList()) {
        find(connection, key).ifPresent(item -> found.add(only(item, attributes)));
      }
      return found;
    });
  }

  private static Optional<Map<String, AttributeValue>> find(Connection connection, ItemKey key)
      throws SQLException {
    try (var select =
            SqliteFile.prepare(
                connection,
                "SELECT attributes FROM items WHERE pk = ? AND sk = ?",
                key.pk(),
                key.sk());
        var rows = select.executeQuery()) {
      return rows.next() ? Optional.of(ItemJson.read(key, rows.getString(1))) : Optional.empty();
    }
  }

  @Override
  public Stream<Map<String, AttributeValue>> query(Query query) {
    return QueryRows.of(query, file).map(item -> only(item, query.attributes()));
  }

  /** The item with these attributes only; none: all. */
  static Map<String, AttributeValue> only(
      Map<String, AttributeValue> item, List<String> attributes) {
    if (attributes.isEmpty()) {
      return item;
    }
    var some = new HashMap<>(item);
    some.keySet().retainAll(attributes);
    return some;
  }

  @Override
  public boolean write(ItemWrite write) {
    return committed(connection -> write(connection, List.of(write)))
        instanceof TransactionOutcome.Written;
  }

  @Override
  public TransactionOutcome write(List<ItemWrite> writes, String token) {
    try {
      return file.write(connection -> write(connection, writes));
    } catch (SQLException e) {
      var problem = SqliteErrors.because(e, file.path());
      if (SqliteErrors.isCertain(e)) {
        throw problem;
      }
      return new TransactionOutcome.Unknown(String.valueOf(problem.getMessage()));
    }
  }

  private static TransactionOutcome write(Connection connection, List<ItemWrite> writes)
      throws SQLException {
    var stored = new ArrayList<Map<String, AttributeValue>>();
    for (var write : writes) {
      stored.add(find(connection, write.key()).orElse(Map.of()));
    }
    var lost =
        IntStream.range(0, writes.size())
            .filter(i ->
                !writes.get(i).conditions().stream()
                    .allMatch(condition -> condition.holds(stored.get(i))))
            .boxed()
            .toList();
    if (!lost.isEmpty()) {
      return new TransactionOutcome.Lost(lost);
    }
    for (var i = 0; i < writes.size(); i++) {
      write(connection, writes.get(i), stored.get(i));
    }
    return new TransactionOutcome.Written();
  }

  private static void write(
      Connection connection, ItemWrite write, Map<String, AttributeValue> stored)
      throws SQLException {
    switch (write) {
      case ItemWrite.PutItem(var item, var _) -> put(connection, write.key(), item);
      case Update update -> put(connection, write.key(), update.applied(stored));
      case ItemWrite.DeleteItem(var key, var _) -> {
        try (var delete =
            SqliteFile.prepare(
                connection, "DELETE FROM items WHERE pk = ? AND sk = ?", key.pk(), key.sk())) {
          delete.executeUpdate();
        }
      }
    }
  }

  private static void put(Connection connection, ItemKey key, Map<String, AttributeValue> item)
      throws SQLException {
    try (var insert =
        SqliteFile.prepare(
            connection,
            "INSERT INTO items (pk, sk, attributes) VALUES (?, ?, ?)"
                + " ON CONFLICT (pk, sk) DO UPDATE SET attributes = excluded.attributes",
            key.pk(),
            key.sk(),
            ItemJson.write(item))) {
      insert.executeUpdate();
    }
  }

  /**
   * Writes which calls belong to which revisions, for the resources whose revisions or evidence
   * were written since the last time. A resource that cannot be read is left for the next time.
   *
   * @param events the events of all revisions of a resource, by their numbers
   */
  public void refreshCauses(Function<Arn, SortedMap<Long, RevisionEvents>> events) {
    var stale = file.read(Causes::stale);
    if (!stale.isEmpty()) {
      committed(connection -> {
        for (var arn : stale) {
          Causes.replace(connection, arn, events);
        }
        return true;
      });
    }
  }

  /** The damage of the file that SQLite finds, each in one line; empty if it is whole. */
  public List<String> check() {
    return file.read(connection -> {
      var damage = new ArrayList<String>();
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("PRAGMA integrity_check")) {
        while (rows.next()) {
          damage.add(rows.getString(1));
        }
      } catch (SQLException e) {
        damage.add(SqliteErrors.corruption(e));
      }
      damage.remove("ok");
      return damage;
    });
  }

  /** A transaction that may be repeated: a failed commit is an error like any other. */
  private <T> T committed(SqliteFile.Use<T> use) {
    try {
      return file.write(use);
    } catch (SQLException e) {
      throw SqliteErrors.because(e, file.path());
    }
  }

  /** Nothing is counted: a file costs nothing. */
  @Override
  public Consumed consumed() {
    return new Consumed(0, 0);
  }

  @Override
  public void close() {
    file.close();
  }
}
