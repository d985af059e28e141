package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.query.Filter;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;

/** The options that select scopes; the region is in {@link AwsOptions}. */
public final class ScopeOptions {
  @Mixin private final KindOptions kinds = new KindOptions();

  @Mixin private final AccountOptions accounts = new AccountOptions();

  /** The filter of these options, with the regions. */
  public Filter filter(AwsOptions aws) {
    return filter(aws, Set.of(), Set.of(), Optional.empty());
  }

  /**
   * The filter of these options, with further conditions.
   *
   * @throws dev.bedrockinventory.cli.context.UsageException if an account or region is malformed
   */
  public Filter filter(
      AwsOptions aws, Set<String> models, Set<String> tags, Optional<String> name) {
    return new Filter(
        kinds.kinds(), accounts.accounts(), Set.copyOf(aws.regions()), models, tags, name);
  }
}
