package dev.bedrockinventory.ledger.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** The table and the views of a ledger file; see docs/data-model.md. */
final class Schema {
  /** The version of tables and views that this program creates and reads. */
  static final int VERSION = 1;

  /** Marks a SQLite file as a ledger: "BINV" in ASCII. */
  private static final int APPLICATION = 0x42494e56;

  private static final String SCRIPT = "ledger.sql";

  private Schema() {}

  /**
   * Requires that the database is a ledger of a supported version.
   *
   * @param mayCreate whether an empty database becomes one
   */
  static void require(Connection connection, Path path, boolean mayCreate) throws SQLException {
    if (mayCreate && isEmpty(connection)) {
      create(connection);
    }
    // Read after that: another process may have created it in the meantime.
    if (number(connection, "PRAGMA application_id") != APPLICATION) {
      throw SqliteErrors.refused(
          "it is a database, but not a ledger of Bedrock Inventory; name the file that a sweep"
              + " created",
          path);
    }
    var version = number(connection, "PRAGMA user_version");
    if (version > VERSION) {
      throw SqliteErrors.refused(
          "its tables have version %d, but this program supports up to version %d; use the version"
                  .formatted(version, VERSION)
              + " of Bedrock Inventory that wrote it, or a later one",
          path);
    }
  }

  /** Not if another process created it in the meantime. */
  private static void create(Connection connection) throws SQLException {
    SqliteFile.execute(connection, "PRAGMA journal_mode = WAL");
    SqliteFile.execute(connection, "BEGIN IMMEDIATE");
    try {
      if (isEmpty(connection)) {
        for (var statement : script().split(";\n\n", -1)) {
          SqliteFile.execute(connection, statement);
        }
        SqliteFile.execute(connection, "PRAGMA application_id = " + APPLICATION);
        SqliteFile.execute(connection, "PRAGMA user_version = " + VERSION);
      }
    } catch (SQLException e) {
      SqliteFile.execute(connection, "ROLLBACK");
      throw e;
    }
    SqliteFile.execute(connection, "COMMIT");
  }

  private static boolean isEmpty(Connection connection) throws SQLException {
    return number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
  }

  private static int number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      return result.getInt(1);
    }
  }

  private static String script() {
    try (var script = Objects.requireNonNull(Schema.class.getResourceAsStream(SCRIPT), SCRIPT)) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
