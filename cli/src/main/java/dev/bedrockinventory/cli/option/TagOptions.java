package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.context.UsageException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that select resources by tags and name. */
public final class TagOptions {
  @Option(
      names = "--tag",
      paramLabel = "KEY=VALUE",
      description = "Only resources with this tag. Repeatable: all must match.")
  private List<String> tags = List.of();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Only resources with exactly this name.")
  private Optional<String> name = Optional.empty();

  /**
   * The selected tags, each as {@code key=value}; empty for all resources.
   *
   * @throws UsageException if one is malformed
   */
  public Set<String> tags() {
    for (var tag : tags) {
      if (!tag.contains("=")) {
        throw new UsageException(
            "--tag '%s' is not a valid tag; expected KEY=VALUE".formatted(tag));
      }
    }
    return Set.copyOf(tags);
  }

  /** The selected name. */
  public Optional<String> name() {
    return name;
  }
}
