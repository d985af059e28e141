package dev.bedrockinventory.cli.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What can be exported. */
public enum ExportSubject {
  /** The resources that exist, or existed at a given time. */
  INVENTORY(
      "resources",
      Set.of("--model", "--tag", "--name", "--untagged", "--copied-from", "--leaves", "--as-of")),
  /** The changes of all resources, without BASELINE. */
  CHANGES(
      "changes", Set.of("--model", "--tag", "--name", "--since", "--until", "--change", "--by"));

  private final String unit;
  private final Set<String> options;

  ExportSubject(String unit, Set<String> options) {
    this.unit = unit;
    this.options = options;
  }

  /** What is counted, in the plural. */
  String unit() {
    return unit;
  }

  /** Whether an option selects from it, besides those that select scopes. */
  boolean selects(String option) {
    return options.contains(option);
  }

  /** Whether an option selects from it, as far as not every subject has the option. */
  boolean accepts(String option) {
    return options.contains(option)
        || Arrays.stream(values()).noneMatch(other -> other.options.contains(option));
  }

  /** The subject's name for the command. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
