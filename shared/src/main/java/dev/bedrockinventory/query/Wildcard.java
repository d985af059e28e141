package dev.bedrockinventory.query;

import java.util.regex.Pattern;

/**
 * A text in which {@code *} stands for any characters, and {@code ?} for one.
 *
 * @param text the text
 */
record Wildcard(String text) {
  /** Whether the text contains a wildcard; otherwise it matches only itself. */
  boolean isPattern() {
    return text.contains("*") || text.contains("?");
  }

  boolean matches(String value) {
    return isPattern() ? pattern().matcher(value).matches() : text.equals(value);
  }

  private Pattern pattern() {
    var quoted = new StringBuilder();
    for (var part : text.splitWithDelimiters("[*?]+", -1)) {
      quoted.append(
          part.matches("[*?]+")
              ? part.replaceAll("\\*+", "*").replace("?", ".").replace("*", ".*")
              : Pattern.quote(part));
    }
    return Pattern.compile(quoted.toString(), Pattern.DOTALL);
  }
}
