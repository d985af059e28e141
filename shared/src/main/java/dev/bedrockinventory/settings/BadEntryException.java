package dev.bedrockinventory.settings;

/** An entry that cannot be used; it never leaves this package, the others still count. */
final class BadEntryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it, as the predicate of a sentence about it. */
  BadEntryException(String message) {
    super(message);
  }
}
