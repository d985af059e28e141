package dev.bedrockinventory.local;

import java.util.Locale;

/** How data is printed. */
enum Format {
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
