package dev.bedrockinventory.settings;

/** An entry that is not valid; never thrown out of this package, and the others remain in use. */
final class BadEntryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The problem, as the predicate of a sentence about the entry. */
  BadEntryException(String message) {
    super(message);
  }
}
