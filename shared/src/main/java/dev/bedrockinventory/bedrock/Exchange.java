package dev.bedrockinventory.bedrock;

import java.util.Optional;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;

/**
 * What passes between one call and the service: how many attempts, and the last answer's body. Each
 * call has its own; it is used by the call's thread only.
 */
final class Exchange {
  /** Where the interceptor finds the exchange of its call. */
  static final ExecutionAttribute<Exchange> ATTRIBUTE =
      new ExecutionAttribute<>("dev.bedrockinventory.Exchange");

  private final Runnable onRetry;
  private int attempts;
  private Optional<byte[]> body = Optional.empty();

  /** An exchange that tells of each attempt after the first before it is made. */
  Exchange(Runnable onRetry) {
    this.onRetry = onRetry;
  }

  /** A request is about to be sent; what an earlier attempt was answered no longer counts. */
  void attempt() {
    attempts++;
    body = Optional.empty();
    if (attempts > 1) {
      onRetry.run();
    }
  }

  /** A successful answer came, whole. */
  void answered(byte[] bytes) {
    body = Optional.of(bytes);
  }

  /** How many requests were sent, or tried to. */
  int attempts() {
    return attempts;
  }

  /** The body of the last attempt's answer, if it was successful and came whole. */
  Optional<byte[]> body() {
    return body;
  }
}
