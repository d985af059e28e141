package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.cli.context.UsageException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that select the accounts of a sweep. */
public final class SweepAccountOptions {
  /** Of the role, without the leading slash of its path (IAM API Reference, Role). */
  private static final String ROLE = "([!-~]{1,510}/)?[\\w+=,.@-]{1,64}";

  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      description = {
        "The account of the credentials (default: from AWS STS).",
        "With --role, an account in which to assume it. Repeatable."
      })
  private List<String> accounts = List.of();

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      description = "Assume the role of this name, or PATH/NAME, in each account.")
  private Optional<String> role = Optional.empty();

  @Option(
      names = "--organization",
      description = "Sweep every active account of the AWS organization; with --role.")
  private boolean organization;

  /**
   * Checks that the options make sense together.
   *
   * @throws UsageException if they do not, or one is malformed
   */
  public void check() {
    accounts.forEach(AwsOptions::checkAccount);
    if (organization && !accounts.isEmpty()) {
      throw new UsageException("specify only one of --organization and --account");
    }
    if (organization && role.isEmpty()) {
      throw new UsageException(
          "--organization requires --role ROLE, which is assumed in each account");
    }
    if (accounts().size() > 1 && role.isEmpty()) {
      throw new UsageException(
          "several accounts require --role ROLE, which is assumed in each account");
    }
    if (role.isPresent() && !organization && accounts.isEmpty()) {
      throw new UsageException(
          "--role requires the accounts in which to assume it: use --account or --organization");
    }
    role.filter(text -> text.startsWith("arn:") || !text.replaceFirst("^/", "").matches(ROLE))
        .ifPresent(text -> {
          throw new UsageException(
              "--role '%s' is not valid; expected the name of an IAM role, or its path and name such as team/reader"
                  .formatted(text));
        });
  }

  /** The named accounts, each once. */
  public List<String> accounts() {
    return accounts.stream().distinct().toList();
  }

  /** The role to assume, without a leading slash. */
  public Optional<String> role() {
    return role.map(text -> text.replaceFirst("^/", ""));
  }

  /** Whether the accounts are those of the organization. */
  public boolean isOrganization() {
    return organization;
  }
}
