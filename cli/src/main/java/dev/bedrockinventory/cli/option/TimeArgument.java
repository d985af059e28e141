package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.context.UsageException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A time argument: an instant, a date in UTC, or a relative time ({@code 7d}, {@code 12h}, {@code
 * 30m}).
 */
public final class TimeArgument {
  private static final Pattern AGO = Pattern.compile("([0-9]{1,9})([smhdw])");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern ZONED = Pattern.compile(".*([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1),
          "w", Duration.ofDays(7));

  private TimeArgument() {}

  /**
   * The start of a period; for a date its first instant.
   *
   * @throws UsageException if the text is not a valid time
   */
  static Instant first(String option, String text, Instant now) {
    return of(option, text, now, false);
  }

  /**
   * The end of a period; for a date its last millisecond.
   *
   * @throws UsageException if the text is not a valid time
   */
  public static Instant last(String option, String text, Instant now) {
    return of(option, text, now, true);
  }

  private static Instant of(String option, String text, Instant now, boolean last) {
    try {
      var ago = AGO.matcher(text);
      if (ago.matches()) {
        var unit = UNITS.getOrDefault(ago.group(2), Duration.ZERO);
        return now.minus(unit.multipliedBy(Long.parseLong(ago.group(1))));
      }
      if (DATE.matcher(text).matches()) {
        var date = LocalDate.parse(text);
        return last ? start(date.plusDays(1)).minus(1, ChronoUnit.MILLIS) : start(date);
      }
      return ZONED.matcher(text).matches() && text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException | ArithmeticException e) {
      throw new UsageException(
          ("%s '%s' is not a valid time; expected an instant such as 2026-11-22T14:20:08Z, a date"
                  + " such as 2026-11-22, or a relative time such as 7d, 12h or 30m")
              .formatted(option, text));
    }
  }

  private static Instant start(LocalDate date) {
    return date.atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
