package dev.bedrockinventory.infra.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often all scopes are swept, and the durations derived from it.
 *
 * @param length the time between two plans, in whole minutes
 */
public record Schedule(Duration length) {
  static final String EXPECTED =
      "a rate from rate(5 minutes) to rate(12 hours), such as rate(15 minutes)";

  private static final Pattern RATE =
      Pattern.compile("rate\\(([1-9][0-9]{0,2}) (minute|hour)s?\\)");
  private static final Duration SHORTEST = Duration.ofMinutes(5);

  /** Twice this is a day, the longest alarm period that CloudWatch always accepts. */
  private static final Duration LONGEST = Duration.ofHours(12);

  private static final int LONGEST_WINDOW_MINUTES = 5;

  /** Lambda's limits for the age of a queued call; those of EventBridge Scheduler are wider. */
  private static final int MIN_AGE_SECONDS = 60;

  private static final int MAX_AGE_SECONDS = 21_600;

  /** Whether a text is a valid expression. */
  static boolean isValid(String expression) {
    var matcher = RATE.matcher(expression);
    if (!matcher.matches()) {
      return false;
    }
    var length = length(matcher);
    return length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0;
  }

  /** Parses a valid expression. */
  public static Schedule parse(String expression) {
    var matcher = RATE.matcher(expression);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'%s' is not %s".formatted(expression, EXPECTED));
    }
    return new Schedule(length(matcher));
  }

  /** The expression for EventBridge Scheduler. */
  public String expression() {
    return length.toMinutes() == 1
        ? "rate(1 minute)"
        : "rate(%d minutes)".formatted(length.toMinutes());
  }

  /** The flexible time window, which spreads the load of many schedules. */
  public int windowMinutes() {
    return (int) Math.min(LONGEST_WINDOW_MINUTES, length.dividedBy(5).toMinutes());
  }

  /** The maximum age of a scheduled call: window and age end before the next call. */
  public int eventAgeSeconds() {
    return Math.clamp(
        length.multipliedBy(3).dividedBy(5).toSeconds(), MIN_AGE_SECONDS, MAX_AGE_SECONDS);
  }

  /** Three periods: the maximum age of the last complete observation. */
  public int threePeriodsSeconds() {
    return (int) length.multipliedBy(3).toSeconds();
  }

  /** Two periods: they contain at least one plan, for any window. */
  public int twoPeriodsSeconds() {
    return (int) length.multipliedBy(2).toSeconds();
  }

  /** One period. */
  public int seconds() {
    return (int) length.toSeconds();
  }

  private static Duration length(Matcher matcher) {
    var number = Long.parseLong(matcher.group(1));
    return matcher.group(2).equals("hour") ? Duration.ofHours(number) : Duration.ofMinutes(number);
  }
}
