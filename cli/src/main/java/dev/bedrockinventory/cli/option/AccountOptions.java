package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.aws.AwsOptions;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The option that selects accounts. */
public final class AccountOptions {
  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      description = "Only this account, by its twelve digits. Repeatable.")
  private List<String> accounts = List.of();

  /**
   * The selected accounts; empty for all.
   *
   * @throws dev.bedrockinventory.cli.context.UsageException if one is malformed
   */
  public Set<String> accounts() {
    accounts.forEach(AwsOptions::checkAccount);
    return Set.copyOf(accounts);
  }
}
