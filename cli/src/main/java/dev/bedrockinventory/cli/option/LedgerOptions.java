package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.aws.AwsClients;
import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.cli.ledger.OpenLedger;
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
      paramLabel = "FILE",
      description = "The ledger is this SQLite file, which a sweep creates.")
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
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if there is no ledger, or it
   *     cannot be used
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
    return data.<LedgerLocation>map(file -> new LedgerLocation.File(file, context))
        .orElseGet(() -> inTable(access, context));
  }

  private LedgerLocation inTable(AwsOptions access, CliContext context) {
    var name =
        table
            .or(() -> context.variable(Variable.TABLE.key()))
            .orElseThrow(
                () -> new UsageException("no ledger specified: use --table NAME or --data FILE"));
    return new LedgerLocation.Table(name, access, AwsClients.endpoint(access, context), context);
  }
}
