package dev.bedrockinventory.cli.output;

import java.util.Locale;

/** The output formats of rows. */
public enum RowFormat {
  /** For people: aligned columns. */
  TABLE,
  /** One JSON array of objects. */
  JSON,
  /** One JSON object a line. */
  JSONL,
  /** Comma-separated values (RFC 4180). */
  CSV,
  /** A table in Markdown. */
  MARKDOWN;

  /** The format's name for {@code -o}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
