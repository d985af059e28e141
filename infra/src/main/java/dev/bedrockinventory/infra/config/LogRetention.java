package dev.bedrockinventory.infra.config;

import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.logs.RetentionDays;

/** The supported retentions of logs: those of CloudWatch Logs from a week to a year. */
final class LogRetention {
  private static final Map<String, RetentionDays> DAYS =
      Map.of(
          "7", RetentionDays.ONE_WEEK,
          "14", RetentionDays.TWO_WEEKS,
          "30", RetentionDays.ONE_MONTH,
          "90", RetentionDays.THREE_MONTHS,
          "180", RetentionDays.SIX_MONTHS,
          "365", RetentionDays.ONE_YEAR);

  private LogRetention() {}

  static boolean isRetention(String days) {
    return DAYS.containsKey(days);
  }

  /** The retention of a valid number of days. */
  static RetentionDays of(String days) {
    return Optional.ofNullable(DAYS.get(days)).orElseThrow();
  }

  static String expected() {
    return DAYS.keySet().stream().map(Integer::valueOf).sorted().toList().toString();
  }
}
