package dev.bedrockinventory.infra.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often everything is looked at, and what follows from it.
 *
 * @param length between two plans, in whole minutes
 */
public record Schedule(Duration length) {
  public static final String EXPECTED =
      "a rate from rate(5 minutes) to rate(12 hours), such as rate(15 minutes)";

  private static final Pattern RATE =
      Pattern.compile("rate\\(([1-9][0-9]{0,2}) (minute|hour)s?\\)");
  private static final Duration SHORTEST = Duration.ofMinutes(5);

  /** Twice as long is a day, the longest period of an alarm that is sure to be accepted. */
  private static final Duration LONGEST = Duration.ofHours(12);

  private static final int LONGEST_WINDOW_MINUTES = 5;

  /** What Lambda accepts as the age of a queued call; EventBridge Scheduler accepts more. */
  private static final int LEAST_AGE_SECONDS = 60;

  private static final int MOST_AGE_SECONDS = 21_600;

  /** Whether a text is the expression of a period. */
  public static boolean isPeriod(String expression) {
    var matcher = RATE.matcher(expression);
    if (!matcher.matches()) {
      return false;
    }
    var length = length(matcher);
    return length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0;
  }

  /** The period of an expression that is one. */
  public static Schedule parse(String expression) {
    var matcher = RATE.matcher(expression);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'%s' is not %s".formatted(expression, EXPECTED));
    }
    return new Schedule(length(matcher));
  }

  /** The expression as EventBridge Scheduler takes it. */
  public String expression() {
    return length.toMinutes() == 1
        ? "rate(1 minute)"
        : "rate(%d minutes)".formatted(length.toMinutes());
  }

  /** How late a plan may be called, so that not everybody's schedules fire at once. */
  public int windowMinutes() {
    return (int) Math.min(LONGEST_WINDOW_MINUTES, length.dividedBy(5).toMinutes());
  }

  /** How old an event may become: with the window it is over before the next. */
  public int eventAgeSeconds() {
    return Math.clamp(
        length.multipliedBy(3).dividedBy(5).toSeconds(), LEAST_AGE_SECONDS, MOST_AGE_SECONDS);
  }

  /** An age that no scope should reach. */
  public int threePeriodsSeconds() {
    return (int) length.multipliedBy(3).toSeconds();
  }

  /** A time in which a plan must have been made, whatever the window. */
  public int twoPeriodsSeconds() {
    return (int) length.multipliedBy(2).toSeconds();
  }

  public int seconds() {
    return (int) length.toSeconds();
  }

  private static Duration length(Matcher matcher) {
    var number = Long.parseLong(matcher.group(1));
    return matcher.group(2).equals("hour") ? Duration.ofHours(number) : Duration.ofMinutes(number);
  }
}
