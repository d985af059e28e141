package dev.bedrockinventory.query;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time, both ends included.
 *
 * @param since where it begins; absent: at the beginning of all
 * @param until where it ends; absent: never
 */
public record Period(Optional<Instant> since, Optional<Instant> until) {
  /** All time. */
  public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

  /** Whether the instant lies in the period. */
  public boolean holds(Instant instant) {
    return since.filter(instant::isBefore).isEmpty() && until.filter(instant::isAfter).isEmpty();
  }
}
