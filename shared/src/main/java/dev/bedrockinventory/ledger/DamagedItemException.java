package dev.bedrockinventory.ledger;

/** An item's attributes spell no value; the message says which attribute and why, in one line. */
final class DamagedItemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedItemException(String message) {
    super(message);
  }

  DamagedItemException(String message, Throwable cause) {
    super(message, cause);
  }
}
