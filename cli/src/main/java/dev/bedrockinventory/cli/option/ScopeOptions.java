package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.query.Filter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that select scopes; the region is in {@link AwsOptions}. */
public final class ScopeOptions {
  private static final String ANY_REGION = "us-east-1";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      converter = KindConverter.class,
      completionCandidates = KindConverter.class,
      description = "Only this kind: ${COMPLETION-CANDIDATES}. Repeatable.")
  private List<Kind> kinds = List.of();

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
    for (var account : accounts) {
      if (Scope.find(account, ANY_REGION, Kind.IMPORTED_MODEL).isEmpty()) {
        throw new UsageException(
            "--account '%s' is not a valid account id; expected twelve digits such as 111122223333"
                .formatted(account));
      }
    }
    return new Filter(
        Set.copyOf(kinds), Set.copyOf(accounts), Set.copyOf(aws.regions()), models, tags, name);
  }
}
