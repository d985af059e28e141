package dev.bedrockinventory.cli.output;

import java.util.Locale;

/** How data is printed. */
public enum OutputFormat {
  /** For people: aligned columns. */
  TABLE,
  /** One JSON value. */
  JSON,
  /** One JSON object a line. */
  JSONL;

  /** What {@code -o} takes. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
