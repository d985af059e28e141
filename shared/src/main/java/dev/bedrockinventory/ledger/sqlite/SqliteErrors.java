package dev.bedrockinventory.ledger.sqlite;

import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Converts a failure of SQLite into a message of one line: what failed, where, how to fix it. */
final class SqliteErrors {
  /** The low byte of an extended result code is the primary one (SQLite, "Result Codes"). */
  private static final int PRIMARY = 0xff;

  private SqliteErrors() {}

  static LedgerUnavailableException because(SQLException e, Path file) {
    return new LedgerUnavailableException("%s: %s".formatted(name(file), reason(e)), e);
  }

  static LedgerUnavailableException refused(String why, Path file) {
    return new LedgerUnavailableException(
        "%s: %s".formatted(name(file), why), new IllegalStateException(why));
  }

  /** The file as messages name it. */
  static String name(Path file) {
    return "ledger file '%s'".formatted(file);
  }

  private static String reason(SQLException e) {
    return switch (primary(e)) {
      case SQLITE_BUSY, SQLITE_LOCKED ->
          "another process has been writing to it for more than %d seconds; try again when it has"
                  .formatted(SqliteFile.WAIT.toSeconds())
              + " ended";
      case SQLITE_NOTADB -> "it is not a SQLite database; name the file that a sweep created";
      case SQLITE_CORRUPT ->
          "it is damaged (%s); './inventory verify' lists the damage, and a copy from a backup"
                  .formatted(line(e))
              + " replaces the file";
      case SQLITE_FULL -> "the disk is full; nothing was written; free some space and repeat it";
      case SQLITE_READONLY, SQLITE_PERM ->
          "it cannot be written; check the permissions of the file and of its folder, which must be"
              + " writable too";
      case SQLITE_CANTOPEN ->
          "it cannot be opened; check that its folder exists, and the permissions of both";
      case SQLITE_IOERR ->
          "the disk reported an error (%s); check its free space, quota and health"
              .formatted(line(e));
      default -> "SQLite failed (%s)".formatted(line(e));
    };
  }

  /**
   * The damage that prevents the check of a file, in one line.
   *
   * @throws SQLException the same if it has another reason
   */
  static String corruption(SQLException e) throws SQLException {
    if (primary(e) != SQLiteErrorCode.SQLITE_CORRUPT) {
      throw e;
    }
    return line(e);
  }

  /** Why SQLite rejects the SQL of a person, in one line. */
  static String rejection(SQLException e) {
    var why = line(e);
    if (primary(e) == SQLiteErrorCode.SQLITE_READONLY
        || why.contains("too many attached databases")
        || why.contains("does not return ResultSet")) {
      return "the ledger is read-only here: use a statement that returns rows, such as SELECT, and"
          + " no other file";
    }
    // The driver puts its own words around those of SQLite.
    return "SQLite rejects the statement: " + why.replaceFirst("^\\[\\w+] [^(]*\\((.*)\\)$", "$1");
  }

  /** Whether a transaction whose commit failed for this reason was certainly not written. */
  static boolean isCertain(SQLException e) {
    return switch (primary(e)) {
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_FULL, SQLITE_READONLY, SQLITE_PERM -> true;
      default -> false;
    };
  }

  private static SQLiteErrorCode primary(SQLException e) {
    return e instanceof SQLiteException sqlite
        ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & PRIMARY)
        : SQLiteErrorCode.SQLITE_ERROR;
  }

  private static String line(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }
}
