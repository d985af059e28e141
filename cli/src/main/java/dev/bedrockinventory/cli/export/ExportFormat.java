package dev.bedrockinventory.cli.export;

import java.util.Locale;
import java.util.Set;

/** The formats of an export. */
public enum ExportFormat {
  /** One JSON object a line, as the other commands print it. */
  JSONL,
  /** Comma-separated values (RFC 4180), with a header. */
  CSV,
  /** A copy of the ledger with its views, as a SQLite file. */
  SQLITE;

  /** The options that select scopes. */
  private static final Set<String> SCOPES = Set.of("--account", "--kind");

  /** What is counted while a subject is written, in the plural. */
  public String unit(ExportSubject subject) {
    return this == SQLITE ? "items" : subject.unit();
  }

  /** Whether an option can be used with a subject in this format; a copy of a ledger has all. */
  public boolean accepts(String option, ExportSubject subject) {
    return subject.accepts(option)
        && (this != SQLITE || !(SCOPES.contains(option) || subject.selects(option)));
  }

  /** The format's name for {@code -o}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
