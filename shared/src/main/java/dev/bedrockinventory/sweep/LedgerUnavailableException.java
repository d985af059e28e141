package dev.bedrockinventory.sweep;

/** The ledger cannot be read or written; the message says what, where and how to fix it. */
public final class LedgerUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A message of one line, and the store's own exception. */
  public LedgerUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
