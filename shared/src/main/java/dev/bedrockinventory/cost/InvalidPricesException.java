package dev.bedrockinventory.cost;

/** A price file or price list is not valid; the message says what is wrong, and where. */
public final class InvalidPricesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidPricesException(String message) {
    super(message);
  }

  InvalidPricesException(String message, Throwable cause) {
    super(message, cause);
  }
}
