package dev.bedrockinventory.sweep;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The end of the time that a sweep may take. Thread-safe.
 *
 * @param clock gives the time
 * @param at when no further call may begin
 */
public record Deadline(InstantSource clock, Instant at) {
  /** No end. */
  public static final Deadline NONE = new Deadline(() -> Instant.EPOCH, Instant.MAX);

  /**
   * The deadline of work that has this long.
   *
   * @param reserve how long before the end no further call may begin
   */
  public static Deadline before(InstantSource clock, Duration remaining, Duration reserve) {
    return new Deadline(clock, clock.instant().plus(remaining).minus(reserve));
  }

  /** Whether no further call may begin. */
  public boolean isOver() {
    return !clock.instant().isBefore(at);
  }

  /** The deadline of the reading: a quarter of the remaining time is left for the recording. */
  Deadline ofReading() {
    return at.equals(Instant.MAX)
        ? this
        : new Deadline(clock, at.minus(Duration.between(clock.instant(), at).dividedBy(4)));
  }
}
