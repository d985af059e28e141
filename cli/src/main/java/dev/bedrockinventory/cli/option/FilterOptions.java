package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.query.Filter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that select resources. */
public final class FilterOptions {
  @Mixin private final ScopeOptions scopes = new ScopeOptions();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description = "Only profiles that route to this model, by its id or ARN. Repeatable.")
  private List<String> models = List.of();

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
   * The filter of these options, with the regions.
   *
   * @throws UsageException if one of them is invalid
   */
  public Filter filter(AwsOptions aws) {
    for (var tag : tags) {
      if (!tag.contains("=")) {
        throw new UsageException(
            "--tag '%s' is not a valid tag; expected KEY=VALUE".formatted(tag));
      }
    }
    return scopes.filter(aws, Set.copyOf(models), Set.copyOf(tags), name);
  }
}
