package dev.bedrockinventory.infra;

/** The context is not what the deployment needs; the message names all that is to be mended. */
final class InvalidContextException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidContextException(String problems) {
    super("cdk.json: " + problems);
  }
}
