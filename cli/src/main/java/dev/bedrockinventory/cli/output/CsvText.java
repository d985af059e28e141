package dev.bedrockinventory.cli.output;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180) that no spreadsheet runs as formulas. */
final class CsvText {
  /** A spreadsheet would run these as formulas (OWASP, "CSV Injection"). */
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final Pattern SPECIAL = Pattern.compile("[\",\r\n]");

  private CsvText() {}

  /** One record with its line end, which is CRLF. */
  static String line(List<String> cells) {
    return cells.stream().map(CsvText::field).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** A formula is made harmless by an apostrophe. */
  private static String field(String text) {
    var harmless =
        FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    return SPECIAL.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
  }
}
