package dev.bedrockinventory.query;

import java.util.regex.Pattern;

/**
 * Shortens texts of any length to what a page or a message shows. Control characters, also those
 * that turn the direction of the text around them or end a line, become visible.
 */
public final class Excerpt {
  /** The most characters of an excerpt. */
  public static final int MAX_CHARACTERS = 300;

  private static final int END = 80;
  private static final String CUT = "…";
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069&&[^\\n\\t]]");

  private Excerpt() {}

  /** The text; of a long one, its beginning and its end. */
  public static String of(String text) {
    return CONTROL.matcher(cut(text)).replaceAll("\ufffd");
  }

  /** The sentence with excerpts of its values. */
  public static FieldSentence of(FieldSentence field) {
    return new FieldSentence(
        of(field.subject()),
        field.verb(),
        field.before().map(Excerpt::of),
        field.after().map(Excerpt::of));
  }

  private static String cut(String text) {
    if (text.length() <= MAX_CHARACTERS) {
      return text;
    }
    var first = MAX_CHARACTERS - END - CUT.length();
    var last = text.length() - END;
    return text.substring(0, isInPair(text, first) ? first - 1 : first)
        + CUT
        + text.substring(isInPair(text, last) ? last + 1 : last);
  }

  /** Whether the index is between the two halves of one character. */
  private static boolean isInPair(String text, int index) {
    return Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
  }
}
