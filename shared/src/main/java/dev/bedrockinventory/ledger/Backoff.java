package dev.bedrockinventory.ledger;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** A rest before something is tried again. */
@FunctionalInterface
public interface Backoff {
  /**
   * Rests.
   *
   * @param retry which retry comes next, from 1
   */
  void before(int retry);

  /**
   * Rests for a random part of a bound that doubles from 50 ms to 2 s, so that those who ran into
   * each other do not meet again. An interruption ends the rest and stays set.
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
