package dev.bedrockinventory.cli.output;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of a table in Markdown, as GitHub and GitLab read it. */
final class MarkdownText {
  private MarkdownText() {}

  /** The line of these cells. */
  static String line(List<String> cells) {
    return cells.stream().map(MarkdownText::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** The line below the headings. */
  static String rule(int columns) {
    return "|" + "---|".repeat(columns) + "\n";
  }

  private static String cell(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replaceAll("\\R", "<br>");
  }
}
