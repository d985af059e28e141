package dev.bedrockinventory.bedrock;

import java.time.Duration;
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

  /** A difference that AWS tolerates in signatures, and no request takes. */
  private static final Duration MOST_AHEAD = Duration.ofMinutes(5);

  private final Runnable onRetry;
  private int attempts;
  private Optional<byte[]> body = Optional.empty();
  private Optional<Duration> clockAhead = Optional.empty();

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

  /** A response was dated by AWS when this computer's clock was so far ahead; negative: behind. */
  void dated(Duration ahead) {
    clockAhead = Optional.of(ahead).filter(it -> it.abs().compareTo(MOST_AHEAD) > 0);
  }

  /** By how much this computer's clock is ahead of AWS's, if that is too much. */
  Optional<Duration> clockAhead() {
    return clockAhead;
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
