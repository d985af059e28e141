package dev.bedrockinventory.sweep;

import java.security.SecureRandom;
import java.time.Duration;

/** The wait before a retry. */
@FunctionalInterface
public interface Backoff {
  /**
   * Waits.
   *
   * @param retry the number of the next retry, from 1
   */
  void before(int retry);

  /**
   * Waits for a random part of a bound that doubles from 100 ms to 2 s, so that conflicting writers
   * do not conflict again. The source is secure, because it is the only one whose state a snapshot
   * of the process does not freeze: restored copies would wait equally long.
   */
  static Backoff jittered(Pause pause) {
    var random = new SecureRandom();
    return retry -> {
      var bound = Math.min(2_000, 50L << Math.min(retry, 10));
      pause.pause(Duration.ofMillis(random.nextLong(bound)));
    };
  }
}
