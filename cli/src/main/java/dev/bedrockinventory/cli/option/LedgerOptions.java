package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.aws.AwsClients;
import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.cli.aws.EmbeddedLedger;
import dev.bedrockinventory.cli.aws.OpenLedger;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.CommandFailedException;
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
  private Optional<String> table;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The ledger is in files in this directory; it needs no AWS account.")
  private Optional<Path> data;

  @Mixin private final AwsOptions aws;

  public LedgerOptions() {
    this(Optional.empty(), Optional.empty(), new AwsOptions());
  }

  private LedgerOptions(Optional<String> table, Optional<Path> data, AwsOptions aws) {
    this.table = table;
    this.data = data;
    this.aws = aws;
  }

  /** The AWS options. */
  public AwsOptions aws() {
    return aws;
  }

  /** The same options, whose regions only filter and do not locate the table. */
  public LedgerOptions withRegionsAsFilterOnly() {
    return new LedgerOptions(table, data, aws.withRegionsAsFilterOnly());
  }

  /** Whether the ledger is in files, so that its table is created if it is missing. */
  public boolean isInFiles() {
    return data.isPresent();
  }

  /**
   * Opens an existing ledger.
   *
   * @throws UsageException if no ledger or two ledgers are specified
   * @throws CommandFailedException if there are no files of a ledger, or another process uses them
   */
  public OpenLedger open(CliContext surroundings) {
    return open(surroundings, false);
  }

  /** The same, but creates the files and their table if they are missing. */
  public OpenLedger openOrMake(CliContext surroundings) {
    return open(surroundings, true);
  }

  /**
   * Checks that one ledger is specified, before anything is called or created.
   *
   * @throws UsageException if no ledger or two ledgers are specified
   */
  public void check(CliContext surroundings) {
    if (table.isPresent() && data.isPresent()) {
      throw new UsageException("specify exactly one of --table and --data");
    }
    if (data.isEmpty()) {
      var _ = tableName(surroundings);
      var _ = AwsClients.endpoint(aws, surroundings);
    }
  }

  private OpenLedger open(CliContext surroundings, boolean making) {
    check(surroundings);
    return data.map(directory -> inFiles(directory, making))
        .orElseGet(() ->
            new OpenLedger(
                AwsClients.dynamo(aws, surroundings), tableName(surroundings), () -> {}));
  }

  private String tableName(CliContext surroundings) {
    return table
        .or(() -> surroundings.variable(Variable.TABLE.key()))
        .orElseThrow(
            () -> new UsageException("no ledger specified: use --table NAME or --data DIR"));
  }

  /** The only reference to DynamoDB Local's classes, so that no other command needs them. */
  private static OpenLedger inFiles(Path directory, boolean making) {
    try {
      return EmbeddedLedger.open(directory, making);
    } catch (NoClassDefFoundError e) {
      throw new CommandFailedException(
          "--data needs DynamoDB Local, which is not on the class path; start"
              + " through ./inventory",
          e);
    }
  }
}
