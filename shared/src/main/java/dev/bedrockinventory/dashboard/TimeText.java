package dev.bedrockinventory.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as pages show them, in UTC. */
final class TimeText {
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private TimeText() {}

  /** A time, such as {@code 2026-11-04 10:00:01}. */
  static String text(Instant instant) {
    return SECOND.format(instant);
  }

  /** A time to the minute, such as {@code 2026-11-04 10:00}. */
  static String minute(Instant instant) {
    return MINUTE.format(instant);
  }

  /** A day, such as {@code 4 Nov 2026}. */
  static String dayAndYear(LocalDate day) {
    return YEAR.format(day);
  }

  /** A day without its year, such as {@code 4 Nov}. */
  static String day(LocalDate day) {
    return DAY.format(day);
  }
}
