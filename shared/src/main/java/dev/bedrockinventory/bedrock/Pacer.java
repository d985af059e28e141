package dev.bedrockinventory.bedrock;

import dev.bedrockinventory.sweep.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Limits the rate of calls for one account and region over all sources. Thread-safe; callers wait
 * in the order of their requests.
 */
public final class Pacer {
  /** The calls a second that other collectors make; the service publishes no limits. */
  public static final int CALLS_A_SECOND = 5;

  private static final Duration WINDOW = Duration.ofSeconds(1);

  private final int callsASecond;
  private final InstantSource clock;
  private final Pause pause;
  private final Deque<Instant> begun = new ArrayDeque<>();
  private Instant latest = Instant.MIN;

  /**
   * Creates a pacer.
   *
   * @param callsASecond the maximum number of calls that begin in any one second; at least 1
   */
  public Pacer(int callsASecond, InstantSource clock, Pause pause) {
    if (callsASecond < 1) {
      throw new IllegalArgumentException(
          "%d calls a second allow no call; specify at least 1".formatted(callsASecond));
    }
    this.callsASecond = callsASecond;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Returns when the next call may begin. An interrupt ends the wait and remains set, so that the
   * call that follows fails.
   */
  void await() {
    var wait = reserve();
    if (wait.isPositive()) {
      pause.pause(wait);
    }
  }

  /** Counts a call that did not wait: a retry, which has its own backoff. */
  void count() {
    reserve();
  }

  /**
   * Reserves the next free slot and returns the time until it. A clock set back resets all slots.
   */
  private synchronized Duration reserve() {
    var now = clock.instant();
    if (now.isBefore(latest)) {
      begun.clear();
    }
    latest = now;
    var next = now;
    if (begun.size() == callsASecond) {
      var free = begun.removeFirst().plus(WINDOW);
      next = free.isAfter(now) ? free : now;
    }
    begun.addLast(next);
    return Duration.between(now, next);
  }
}
