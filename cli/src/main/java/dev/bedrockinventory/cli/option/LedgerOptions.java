package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.aws.AwsClients;
import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.cli.aws.OpenLedger;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.settings.Variable;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that locate the ledger, for every command that reads or writes it. */
public final class LedgerOptions {
  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "The ledger is this DynamoDB table (default: INVENTORY_TABLE).")
  private Optional<String> table = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The ledger is in files in this directory; it needs no AWS account.")
  private Optional<Path> data = Optional.empty();

  @Mixin private final AwsOptions aws = new AwsOptions();

  /** The AWS options. */
  public AwsOptions aws() {
    return aws;
  }

  /**
   * Opens an existing ledger.
   *
   * @throws UsageException if no ledger or two ledgers are specified, or no region for the table
   * @throws dev.bedrockinventory.cli.context.CommandFailedException if there are no files of a
   *     ledger, or another process uses them
   */
  public OpenLedger open(CliContext context) {
    return location(aws, context).open();
  }

  /**
   * The location of the ledger, before anything is called or created.
   *
   * @param access the AWS options for the table
   * @throws UsageException if no ledger or two ledgers are specified, or its endpoint is not a
   *     valid URL
   */
  public LedgerLocation location(AwsOptions access, CliContext context) {
    if (table.isPresent() && data.isPresent()) {
      throw new UsageException("specify exactly one of --table and --data");
    }
    return data.<LedgerLocation>map(LedgerLocation.Files::new)
        .orElseGet(() -> inTable(access, context));
  }

  private LedgerLocation inTable(AwsOptions access, CliContext context) {
    var name =
        table
            .or(() -> context.variable(Variable.TABLE.key()))
            .orElseThrow(
                () -> new UsageException("no ledger specified: use --table NAME or --data DIR"));
    return new LedgerLocation.Table(name, access, AwsClients.endpoint(access, context), context);
  }
}
