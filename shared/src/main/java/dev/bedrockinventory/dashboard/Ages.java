package dev.bedrockinventory.dashboard;

import java.time.Duration;
import java.time.Instant;

/** Ages in words. */
final class Ages {
  private Ages() {}

  /** How long ago an instant was, in its largest whole unit. */
  static String text(Instant instant, Instant now) {
    var age = Duration.between(instant, now);
    if (age.toDays() > 1) {
      return age.toDays() + " days ago";
    }
    if (age.toHours() > 1) {
      return age.toHours() + " hours ago";
    }
    return age.toMinutes() < 1 ? "just now" : age.toMinutes() + " min ago";
  }
}
