package dev.bedrockinventory.bedrock;

/** Makes texts of other systems fit for a message. */
final class OneLine {
  private static final int LONGEST = 400;

  private OneLine() {}

  /** The text on one line, truncated if it is very long. */
  static String of(String text) {
    var line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
