package dev.bedrockinventory.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/**
 * The days in UTC from the first recorded change to the last, BASELINE not counted: outside them,
 * the index of changes is empty.
 *
 * @param first the first day
 * @param last the last day, not before the first
 */
public record ChangeDays(LocalDate first, LocalDate last) {
  private static final String SEPARATOR = "/";

  /** The day of an instant. */
  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  /** The one day of a change. */
  public static ChangeDays of(Instant observedAt) {
    return new ChangeDays(day(observedAt), day(observedAt));
  }

  /** The days from the first of both to the last of both. */
  public ChangeDays and(ChangeDays other) {
    return new ChangeDays(
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last);
  }

  /** Each of these days, in order. */
  public Stream<LocalDate> stream() {
    return first.datesUntil(last.plusDays(1));
  }

  /** The days as an interval of ISO 8601: {@code 2026-11-02/2026-11-22}. */
  @Override
  public String toString() {
    return first + SEPARATOR + last;
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is not such an interval
   * @throws java.time.DateTimeException if a day is not one
   */
  public static ChangeDays parse(String text) {
    var days = text.split(SEPARATOR, -1);
    if (days.length != 2) {
      throw new IllegalArgumentException("must be two days separated by " + SEPARATOR);
    }
    return new ChangeDays(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
  }
}
