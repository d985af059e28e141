package dev.bedrockinventory.settings;

/** An entry that cannot be used; it never leaves this package, and the others are used. */
final class BadEntryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The problem, as the predicate of a sentence about the entry. */
  BadEntryException(String message) {
    super(message);
  }
}
