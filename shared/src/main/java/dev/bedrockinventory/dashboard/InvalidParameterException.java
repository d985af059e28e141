package dev.bedrockinventory.dashboard;

/** A parameter of a request is not valid; the message says which and what it must be. */
public final class InvalidParameterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidParameterException(String message) {
    super(message);
  }
}
