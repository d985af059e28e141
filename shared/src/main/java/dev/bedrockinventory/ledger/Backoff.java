package dev.bedrockinventory.ledger;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The pause before a retry. */
@FunctionalInterface
public interface Backoff {
  /**
   * Pauses.
   *
   * @param retry the number of the next retry, from 1
   */
  void before(int retry);

  /**
   * Pauses for a random part of a limit that doubles from 50 ms to 2 s, so that conflicting writers
   * do not collide again. An interrupt ends the pause and remains set.
   */
  static Backoff jittered(RandomGenerator random) {
    return retry -> {
      var bound = Math.min(2_000, 50L << Math.min(retry, 10));
      try {
        Thread.sleep(Duration.ofMillis(random.nextLong(bound)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }
}
