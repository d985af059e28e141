package dev.bedrockinventory.cli.output;

import java.util.Locale;

/** The output formats. */
public enum OutputFormat {
  /** For people: aligned columns. */
  TABLE,
  /** One JSON value. */
  JSON,
  /** One JSON object a line. */
  JSONL,
  /** Comma-separated values (RFC 4180), with a header. */
  CSV,
  /** Tables in Markdown. */
  MARKDOWN;

  /** Whether cells contain complete values, where a table for people has short ones. */
  public boolean isComplete() {
    return this != TABLE;
  }

  /** The format's name for {@code -o}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
