package dev.bedrockinventory.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A period of time, both ends included.
 *
 * @param since the start; absent: no lower limit
 * @param until the end; absent: no upper limit
 */
public record Period(Optional<Instant> since, Optional<Instant> until) {
  /** All time. */
  public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

  /** Whether the instant is in the period. */
  public boolean holds(Instant instant) {
    return since.filter(instant::isBefore).isEmpty() && until.filter(instant::isAfter).isEmpty();
  }

  /**
   * The days in UTC that changes of this period can have, of a history that starts at an instant.
   * The last one is at most the day after now: the clock of the writer may be ahead of ours.
   */
  public Stream<LocalDate> days(Instant start, Instant now) {
    var first = day(since.filter(start::isBefore).orElse(start));
    var tomorrow = day(now).plusDays(1);
    var last = until.map(Period::day).filter(tomorrow::isAfter).orElse(tomorrow);
    return first.isAfter(last) ? Stream.empty() : first.datesUntil(last.plusDays(1));
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
