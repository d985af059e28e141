package dev.bedrockinventory.simulator.wire;

import java.io.Serial;

/** An error of the service: a service throws it, a {@link Protocol} turns it into a response. */
public final class Refusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String text;

  /**
   * @param status the HTTP status in the REST protocol; others may use another one
   * @param code such as {@code ThrottlingException}
   * @param message the text for the caller
   */
  public Refusal(int status, String code, String message) {
    super(code + ": " + message);
    this.status = status;
    this.code = code;
    this.text = message;
  }

  /** The same with its cause. */
  public Refusal(int status, String code, String message, Throwable cause) {
    super(code + ": " + message, cause);
    this.status = status;
    this.code = code;
    this.text = message;
  }

  /** A {@code ValidationException}. */
  public static Refusal invalid(String message) {
    return new Refusal(400, "ValidationException", message);
  }

  /** The status in the REST protocol. */
  public int status() {
    return status;
  }

  /** Such as {@code ThrottlingException}. */
  public String code() {
    return code;
  }

  /** The text for the caller. */
  public String text() {
    return text;
  }
}
