package dev.bedrockinventory.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Formats our own instants: UTC, milliseconds, always three digits, so that the texts sort in the
 * order of the times.
 */
public final class Instants {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Instants() {}

  /** The instant's text, such as {@code 2026-11-22T14:20:08.000Z}. */
  public static String text(Instant instant) {
    return FORM.format(instant);
  }

  /** The instant, truncated to the milliseconds of its text. */
  public static Instant cut(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
