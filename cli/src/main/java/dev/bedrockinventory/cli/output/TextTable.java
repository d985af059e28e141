package dev.bedrockinventory.cli.output;

import static java.util.Map.entry;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ControlCharacters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints rows and columns: aligned, as CSV or in Markdown. Aligned columns on a terminal are
 * truncated to its width, the widest first, and some words have colours; elsewhere no cell is
 * truncated. Control characters are removed.
 */
public final class TextTable {
  private static final int MIN_WIDTH = 8;
  private static final String GAP = "  ";
  private static final String RESET = "\u001b[0m";
  private static final String BOLD = "\u001b[1m";
  private static final String GREEN = "\u001b[32m";
  private static final String YELLOW = "\u001b[33m";
  private static final String RED = "\u001b[31m";
  private static final Map<String, String> COLOURS =
      Map.ofEntries(
          entry("ADDED", GREEN),
          entry("CHANGED", YELLOW),
          entry("REMOVED", RED),
          entry("CREATED", GREEN),
          entry("COMPLETE", GREEN),
          entry("UPDATED", YELLOW),
          entry("PARTIAL", YELLOW),
          entry("DELETED", RED),
          entry("REFUSED", RED),
          entry("NEAR", YELLOW),
          entry("REACHED", RED),
          entry("UNREAD", YELLOW));

  private static final Optional<String> NO_COLOUR = Optional.empty();

  private final List<List<String>> rows = new ArrayList<>();
  private final Map<Integer, String> columnColours = new HashMap<>();

  /** A table with these headings. */
  public TextTable(String... headings) {
    rows.add(List.of(headings));
  }

  /** Adds a row with as many cells as there are headings. */
  public void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** Makes the values of one column red, and those of another one green. */
  void compare(int before, int after) {
    columnColours.put(before, RED);
    columnColours.put(after, GREEN);
  }

  /** Whether there are no rows. */
  public boolean isEmpty() {
    return rows.size() == 1;
  }

  /**
   * Prints the table. Without rows, CSV has the headings alone, and the others nothing.
   *
   * @param format any but JSON, whose objects are not those of a table
   */
  public void print(CliContext context, OutputFormat format) {
    switch (format) {
      case CSV -> rows.forEach(row -> context.out().print(CsvText.line(row)));
      case MARKDOWN -> markdown(context);
      case TABLE -> aligned(context);
      case JSON, JSONL -> throw new IllegalArgumentException("a table is not JSON");
    }
  }

  private void markdown(CliContext context) {
    for (var i = 0; i < rows.size() && !isEmpty(); i++) {
      context.out().print(MarkdownText.line(rows.get(i)));
      if (i == 0) {
        context.out().print(MarkdownText.rule(rows.get(i).size()));
      }
    }
  }

  private void aligned(CliContext context) {
    if (isEmpty()) {
      return;
    }
    rows.replaceAll(row -> row.stream().map(TextTable::clean).toList());
    var widths = widths();
    if (context.terminal()) {
      context.width().ifPresent(width -> shrink(widths, width));
    }
    for (var i = 0; i < rows.size(); i++) {
      var rowColour = context.coloured() ? Optional.of(i == 0 ? BOLD : "") : NO_COLOUR;
      context.out().println(line(rows.get(i), widths, rowColour));
    }
  }

  private int[] widths() {
    return IntStream.range(0, rows.getFirst().size())
        .map(column -> rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0))
        .toArray();
  }

  private static void shrink(int[] widths, int width) {
    var excess = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - width;
    for (; excess > 0; excess--) {
      var widest =
          IntStream.range(0, widths.length)
              .reduce(0, (best, column) -> widths[column] > widths[best] ? column : best);
      if (widths[widest] <= MIN_WIDTH) {
        return;
      }
      widths[widest]--;
    }
  }

  private String line(List<String> row, int[] widths, Optional<String> rowColour) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> {
          var text = truncate(row.get(column), widths[column]);
          var isLast = column == row.size() - 1;
          var padding = isLast ? "" : " ".repeat(widths[column] - length(text));
          return rowColour.map(colour -> colour(text, column, colour)).orElse(text) + padding;
        })
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private String colour(String text, int column, String rowColour) {
    var colour =
        rowColour.isEmpty()
            ? columnColours.getOrDefault(column, COLOURS.getOrDefault(text, ""))
            : rowColour;
    return colour.isEmpty() || text.isEmpty() ? text : colour + text + RESET;
  }

  private static String truncate(String text, int width) {
    return length(text) <= width
        ? text
        : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The text without control characters. */
  public static String clean(String cell) {
    return ControlCharacters.replaced(cell);
  }
}
