package dev.bedrockinventory.ledger.sqlite;

/** SQL that cannot be run; the message says in one line why. */
public final class SqlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates it with SQLite's own exception. */
  SqlException(String message, Throwable cause) {
    super(message, cause);
  }
}
