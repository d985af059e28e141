package dev.bedrockinventory.dashboard;

import java.time.Instant;

/** Texts of a bounded length, so that no data makes a page too large. */
final class ShortText {
  private ShortText() {}

  /** The text; if it is longer, its beginning with an ellipsis. Splits no character. */
  static String cut(String text, int max) {
    return text.length() <= max ? text : beginning(text, max - 1) + "…";
  }

  /** At most this many characters from the beginning. Splits no character. */
  static String beginning(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
  }

  /** An instant to the minute, in UTC. */
  static String minute(Instant instant) {
    return instant.toString().substring(0, 16).replace('T', ' ');
  }

  /** A number with its word. */
  static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
