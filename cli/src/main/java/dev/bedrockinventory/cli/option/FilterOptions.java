package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.query.Filter;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that select resources. */
public final class FilterOptions {
  @Mixin private final ScopeOptions scopes = new ScopeOptions();
  @Mixin private final TagOptions tags = new TagOptions();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "Only profiles that route to this model: its id, its ARN or its family (claude); * and ?"
              + " are wildcards. Of a system profile's id or ARN, itself and its copies."
              + " Repeatable.")
  private List<String> models = List.of();

  /**
   * The filter of these options, with the regions.
   *
   * @throws dev.bedrockinventory.cli.context.UsageException if one of them is invalid
   */
  public Filter filter(AwsOptions aws) {
    return scopes.filter(aws, Set.copyOf(models), tags.tags(), tags.name());
  }
}
