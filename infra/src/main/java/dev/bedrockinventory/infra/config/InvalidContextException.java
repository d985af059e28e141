package dev.bedrockinventory.infra.config;

/** The context is not what the deployment needs; the message names all that is to be mended. */
public final class InvalidContextException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidContextException(String problems) {
    super("cdk.json: " + problems);
  }
}
