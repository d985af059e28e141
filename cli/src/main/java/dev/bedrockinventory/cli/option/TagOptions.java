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
      paramLabel = "KEY[=VALUE]",
      description =
          "Only resources with this tag, with any value if none is given. Repeatable: all must"
              + " match.")
  private List<String> tags = List.of();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Only resources with this name; * and ? are wildcards.")
  private Optional<String> name = Optional.empty();

  /**
   * The selected tags, each as {@code key=value}, or {@code key} for any value; empty for all
   * resources.
   *
   * @throws UsageException if a key is empty
   */
  public Set<String> tags() {
    tags.forEach(tag -> checkKey(tag.replaceFirst("=.*", "")));
    return Set.copyOf(tags);
  }

  static void checkKey(String key) {
    if (key.isEmpty()) {
      throw new UsageException("a tag key is empty; expected a key such as team");
    }
  }

  /** The selected name, which may contain wildcards. */
  public Optional<String> name() {
    return name;
  }
}
