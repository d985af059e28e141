package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.query.Filter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that select scopes; the region is in {@link AwsOptions}. */
public final class ScopeOptions {
  @Mixin private final KindOptions kinds = new KindOptions();

  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      description = "Only this account, by its twelve digits. Repeatable.")
  private List<String> accounts = List.of();

  /** The filter of these options, with the regions. */
  public Filter filter(AwsOptions aws) {
    return filter(aws, Set.of(), Set.of(), Optional.empty());
  }

  /**
   * The filter of these options, with further conditions.
   *
   * @throws UsageException if an account or region is malformed
   */
  public Filter filter(
      AwsOptions aws, Set<String> models, Set<String> tags, Optional<String> name) {
    accounts.forEach(AwsOptions::checkAccount);
    return new Filter(
        kinds.kinds(), Set.copyOf(accounts), Set.copyOf(aws.regions()), models, tags, name);
  }
}
