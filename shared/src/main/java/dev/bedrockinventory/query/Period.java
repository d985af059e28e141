package dev.bedrockinventory.query;

import java.time.Instant;
import java.util.Optional;

/**
 * A period of time, both ends included.
 *
 * @param since its start; absent: unlimited
 * @param until its end; absent: unlimited
 */
public record Period(Optional<Instant> since, Optional<Instant> until) {
  /** All time. */
  public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

  /** Whether the period contains the instant. */
  public boolean holds(Instant instant) {
    return since.filter(instant::isBefore).isEmpty() && until.filter(instant::isAfter).isEmpty();
  }
}
