package dev.bedrockinventory.ledger.sqlite;

import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/**
 * Runs a person's SQL on a ledger file, which it cannot change: SQLite opens the file for reading
 * only, and no other file can be attached or written.
 */
public final class SqlQuery {
  private SqlQuery() {}

  /**
   * Runs one statement.
   *
   * @throws SqlException if SQLite rejects it, or it returns no rows because it would write
   * @throws LedgerUnavailableException if the file is not a ledger, or cannot be opened
   */
  public static SqlResult run(Path file, String sql) {
    // The store is closed last: a connection that only reads leaves SQLite's -wal and -shm files.
    try (var _ = SqliteStore.open(file);
        var connection = connect(file)) {
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery(sql)) {
        return read(rows);
      } catch (SQLException e) {
        throw new SqlException(SqliteErrors.rejection(e), e);
      }
    } catch (SQLException e) {
      throw SqliteErrors.because(e, file);
    }
  }

  private static Connection connect(Path file) throws SQLException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(Math.toIntExact(SqliteFile.WAIT.toMillis()));
    config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
    var connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    SqliteFile.execute(connection, "PRAGMA query_only = ON");
    return connection;
  }

  private static SqlResult read(ResultSet rows) throws SQLException {
    var columns = columns(rows);
    var values = new ArrayList<List<Optional<Object>>>();
    while (rows.next()) {
      var row = new ArrayList<Optional<Object>>();
      for (var column = 1; column <= columns.size(); column++) {
        row.add(Optional.ofNullable(rows.getObject(column)));
      }
      values.add(List.copyOf(row));
    }
    return new SqlResult(columns, values);
  }

  /** A name that occurs again gets a number. */
  private static List<String> columns(ResultSet rows) throws SQLException {
    var description = rows.getMetaData();
    var names = new LinkedHashSet<String>();
    for (var column = 1; column <= description.getColumnCount(); column++) {
      var name = description.getColumnLabel(column);
      for (var again = 2; !names.add(name); again++) {
        name = description.getColumnLabel(column) + "_" + again;
      }
    }
    return List.copyOf(names);
  }
}
