package dev.bedrockinventory.sweep;

import java.time.Duration;

/** Waits; {@code Thread::sleep} in production. */
@FunctionalInterface
public interface Pause {
  /** Waits this long, a positive time. */
  void sleep(Duration duration) throws InterruptedException;

  /** Waits this long; an interrupt ends the wait and remains set, so that the next call fails. */
  default void pause(Duration duration) {
    try {
      sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
