package dev.bedrockinventory.ledger;

import java.time.Duration;
import java.util.random.RandomGenerator;

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
   * Waits for a random part of a bound that doubles from 50 ms to 2 s, so that conflicting writers
   * do not conflict again. An interruption ends the wait and stays set.
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
