package dev.bedrockinventory.simulator.wire;

import java.io.Serial;

/** The service's own no: what a service throws, and a {@link Protocol} turns into an answer. */
public final class Refusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String text;

  /**
   * @param status the HTTP status in the REST dialect; others may answer with another one
   * @param code such as {@code ThrottlingException}
   * @param message what the caller reads
   */
  public Refusal(int status, String code, String message) {
    super(code + ": " + message);
    this.status = status;
    this.code = code;
    this.text = message;
  }

  /** The same with what led to it. */
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

  /** The status in the REST dialect. */
  public int status() {
    return status;
  }

  /** Such as {@code ThrottlingException}. */
  public String code() {
    return code;
  }

  /** What the caller reads. */
  public String text() {
    return text;
  }
}
