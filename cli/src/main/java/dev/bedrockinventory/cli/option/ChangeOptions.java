package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.model.ChangeKind;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The option that selects kinds of changes. */
public final class ChangeOptions {
  @Option(
      names = "--change",
      paramLabel = "CHANGE",
      description = "Only this kind of change: CREATED, UPDATED, DELETED. Repeatable.")
  private List<ChangeKind> kinds = List.of();

  /** The selected kinds of changes; empty for all. */
  public Set<ChangeKind> kinds() {
    return Set.copyOf(kinds);
  }
}
