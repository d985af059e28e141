package dev.bedrockinventory.cli.context;

import java.util.regex.Pattern;

/**
 * Characters that control a terminal or the direction of text: C0, DEL and C1, and those of
 * Unicode's bidirectional algorithm. Names and tags come from everybody who may create resources.
 */
public final class ControlCharacters {
  private static final String DIRECTIONS = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";
  private static final Pattern ALL = Pattern.compile("[\\p{Cc}%s]".formatted(DIRECTIONS));

  /** All but line breaks, tabs and the escape sequences of colours. */
  private static final Pattern UNSAFE =
      Pattern.compile("(?!\\e\\[[0-9;]*m)[\\p{Cc}%s&&[^\\n\\r\\t]]".formatted(DIRECTIONS));

  private ControlCharacters() {}

  /** The text of one cell or line, with each of these characters replaced. */
  public static String replaced(String text) {
    return ALL.matcher(text).replaceAll("\ufffd");
  }

  /** A JSON text on which nothing but its strings can contain such characters, escaped. */
  public static String escaped(String json) {
    return ALL.matcher(json)
        .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
  }

  /** Printed text in which colours and lines remain. */
  static String unsafeReplaced(String text) {
    return UNSAFE.matcher(text).replaceAll("\ufffd");
  }
}
