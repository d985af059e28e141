package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.query.Filter;
import java.util.Set;
import picocli.CommandLine.Mixin;

/** The options that select imported models. */
public final class ImportedModelOptions {
  @Mixin private final AccountOptions accounts = new AccountOptions();
  @Mixin private final TagOptions tags = new TagOptions();

  /**
   * The filter of these options, with the regions.
   *
   * @throws dev.bedrockinventory.cli.context.UsageException if one of them is invalid
   */
  public Filter filter(AwsOptions aws) {
    return new Filter(
        Set.of(Kind.IMPORTED_MODEL),
        accounts.accounts(),
        Set.copyOf(aws.regions()),
        Set.of(),
        tags.tags(),
        tags.name());
  }
}
