package dev.bedrockinventory.bedrock;

import java.util.Optional;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;

/**
 * The attempts of one call and the body of its last response. Each call has its own; it is used by
 * the call's thread only.
 */
final class Exchange {
  /** Where the interceptor finds the exchange of its call. */
  static final ExecutionAttribute<Exchange> ATTRIBUTE =
      new ExecutionAttribute<>("dev.bedrockinventory.Exchange");

  private final Runnable onRetry;
  private int attempts;
  private Optional<byte[]> body = Optional.empty();

  /** Creates an exchange that calls back before each attempt after the first. */
  Exchange(Runnable onRetry) {
    this.onRetry = onRetry;
  }

  /** A request is about to be sent; the response to an earlier attempt is dropped. */
  void attempt() {
    attempts++;
    body = Optional.empty();
    if (attempts > 1) {
      onRetry.run();
    }
  }

  /** A successful response was received in full. */
  void answered(byte[] bytes) {
    body = Optional.of(bytes);
  }

  /** The number of attempts. */
  int attempts() {
    return attempts;
  }

  /** The body of the last attempt's response, if it was successful and complete. */
  Optional<byte[]> body() {
    return body;
  }
}
