package dev.bedrockinventory.cli.output;

import java.util.Locale;

/** The output formats. */
public enum OutputFormat {
  /** For people: aligned columns. */
  TABLE,
  /** One JSON value. */
  JSON,
  /** One JSON object a line. */
  JSONL;

  /** The format's name for {@code -o}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
