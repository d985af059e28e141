package dev.bedrockinventory.cli.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What can be exported. */
public enum ExportSubject {
  /** The resources that exist, or existed at a given time. */
  INVENTORY("resources"),
  /** The changes of all resources, without BASELINE. */
  CHANGES("changes");

  private final String unit;

  ExportSubject(String unit) {
    this.unit = unit;
  }

  /** What is counted, in the plural. */
  String unit() {
    return unit;
  }

  /** Whether an option selects from it, besides those that select scopes. */
  boolean selects(String option) {
    return options().contains(option);
  }

  /** Whether an option selects from it, as far as not every subject has the option. */
  boolean accepts(String option) {
    return selects(option) || Arrays.stream(values()).noneMatch(other -> other.selects(option));
  }

  private Set<String> options() {
    return switch (this) {
      case INVENTORY ->
          Set.of(
              "--model", "--tag", "--name", "--untagged", "--copied-from", "--leaves", "--as-of");
      case CHANGES ->
          Set.of("--model", "--tag", "--name", "--since", "--until", "--change", "--by");
    };
  }

  /** The subject's name for the command. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
