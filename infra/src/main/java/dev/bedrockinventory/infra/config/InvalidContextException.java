package dev.bedrockinventory.infra.config;

/** The context is invalid; the message lists every problem and how to fix it. */
public final class InvalidContextException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidContextException(String problems) {
    super("cdk.json: " + problems);
  }
}
