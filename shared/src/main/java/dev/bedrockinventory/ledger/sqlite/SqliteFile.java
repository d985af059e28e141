package dev.bedrockinventory.ledger.sqlite;

import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;

/**
 * The open file of a ledger, in write-ahead mode: readers never wait for a writer, and what is
 * committed is on the disk. One connection serves all threads, one after another. Thread-safe.
 */
final class SqliteFile implements AutoCloseable {
  /** How long a writer waits for another one. */
  static final Duration WAIT = Duration.ofSeconds(10);

  private final Path path;
  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();

  private SqliteFile(Path path, Connection connection) {
    this.path = path;
    this.connection = connection;
  }

  /**
   * Opens the file.
   *
   * @param mayCreate whether a missing file is created
   * @throws LedgerUnavailableException if it is not the ledger of this program, or cannot be opened
   */
  static SqliteFile open(Path path, boolean mayCreate) {
    if (Files.isDirectory(path)) {
      throw SqliteErrors.refused(
          "it is a folder, as earlier versions used; a ledger is one file now: name a file, and a"
              + " sweep creates it",
          path);
    }
    if (!mayCreate && !Files.exists(path)) {
      throw SqliteErrors.refused(
          "it does not exist; './inventory sweep --data %s' creates it".formatted(path), path);
    }
    try {
      var file = new SqliteFile(path, connect(path));
      try {
        file.locked(connection -> {
          Schema.require(connection, path, mayCreate);
          return true;
        });
        return file;
      } catch (SQLException | LedgerUnavailableException e) {
        file.close();
        throw e;
      }
    } catch (SQLException e) {
      throw SqliteErrors.because(e, path);
    }
  }

  private static Connection connect(Path path) throws SQLException {
    var config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(WAIT.toMillis()));
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    return config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
  }

  Path path() {
    return path;
  }

  /** Uses the connection for reads. */
  <T> T read(Use<T> use) {
    try {
      return locked(use);
    } catch (SQLException e) {
      throw SqliteErrors.because(e, path);
    }
  }

  /**
   * Uses the connection in one transaction, which is committed at the end and rolled back after any
   * exception.
   *
   * @throws SQLException if the commit failed, so that its outcome may be unknown
   */
  <T> T write(Use<T> use) throws SQLException {
    return locked(connection -> {
      T result;
      try {
        execute(connection, "BEGIN IMMEDIATE");
        result = use.with(connection);
      } catch (SQLException e) {
        rollBack(connection);
        throw SqliteErrors.because(e, path);
      } catch (RuntimeException e) {
        rollBack(connection);
        throw e;
      }
      try {
        execute(connection, "COMMIT");
      } catch (SQLException e) {
        rollBack(connection);
        throw e;
      }
      return result;
    });
  }

  private <T> T locked(Use<T> use) throws SQLException {
    lock.lock();
    try {
      return use.with(connection);
    } finally {
      lock.unlock();
    }
  }

  /** SQLite may have rolled back by itself; then there is nothing to do. */
  private static void rollBack(Connection connection) {
    try {
      execute(connection, "ROLLBACK");
    } catch (SQLException e) {
      // No transaction is active.
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A statement with these texts or numbers as its parameters. */
  static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (var i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  @Override
  public void close() {
    read(connection -> {
      connection.close();
      return true;
    });
  }

  /** What is done with the connection. */
  @FunctionalInterface
  interface Use<T> {
    T with(Connection connection) throws SQLException;
  }
}
