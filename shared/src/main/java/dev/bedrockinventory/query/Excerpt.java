package dev.bedrockinventory.query;

import java.util.regex.Pattern;

/**
 * Shortens texts of any length to what a page or a message shows. Control characters, also those
 * that turn the direction of the text around them or end a line, become visible.
 */
public final class Excerpt {
  private static final int MAX_CHARACTERS = 300;

  /** One in this many characters of an excerpt is from the end of the text. */
  private static final int END = 4;

  private static final String CUT = "…";
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069&&[^\\n\\t]]");

  private Excerpt() {}

  /** The text; of a long one, its beginning and its end. */
  public static String of(String text) {
    return of(text, MAX_CHARACTERS);
  }

  /** The same with another maximum of characters, at least 8. */
  public static String of(String text, int max) {
    return CONTROL.matcher(cut(text, max)).replaceAll("\ufffd");
  }

  /**
   * At most this many characters of the beginning, unchanged: for texts to search for, not to show.
   * Splits no character.
   */
  public static String beginning(String text, int max) {
    return text.length() <= max ? text : text.substring(0, isInPair(text, max) ? max - 1 : max);
  }

  /** The sentence with excerpts of its values. */
  public static FieldSentence of(FieldSentence field) {
    return new FieldSentence(
        of(field.subject()),
        field.verb(),
        field.before().map(Excerpt::of),
        field.after().map(Excerpt::of));
  }

  private static String cut(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    var end = max / END;
    var last = text.length() - end;
    return beginning(text, max - end - CUT.length())
        + CUT
        + text.substring(isInPair(text, last) ? last + 1 : last);
  }

  /** Whether the index is between the two halves of one character. */
  private static boolean isInPair(String text, int index) {
    return Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
  }
}
