package dev.bedrockinventory.ledger;

/** An item cannot be decoded; the message has the attribute and the reason, in one line. */
final class DamagedItemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedItemException(String message) {
    super(message);
  }

  DamagedItemException(String message, Throwable cause) {
    super(message, cause);
  }
}
