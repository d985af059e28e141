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

/** The options that say where the ledger is; every command that reads or writes it has them. */
public final class LedgerOptions {
  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "The ledger is this DynamoDB table (default: INVENTORY_TABLE).")
  private Optional<String> table;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The ledger is in files in this directory; no AWS is needed for it.")
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

  /** Which AWS is meant. */
  public AwsOptions aws() {
    return aws;
  }

  /** The same options; their regions filter, and do not say where the table is. */
  public LedgerOptions withRegionsAsFilterOnly() {
    return new LedgerOptions(table, data, aws.withRegionsAsFilterOnly());
  }

  /** Whether the ledger is in files, so that its table is made when missing. */
  public boolean isInFiles() {
    return data.isPresent();
  }

  /**
   * Opens the ledger that is there.
   *
   * @throws UsageException if no ledger is named, or two are
   * @throws CommandFailedException if there are no files of a ledger, or another process uses them
   */
  public OpenLedger open(CliContext surroundings) {
    return open(surroundings, false);
  }

  /** The same, but makes the files and their table where they are missing. */
  public OpenLedger openOrMake(CliContext surroundings) {
    return open(surroundings, true);
  }

  /**
   * Whether one ledger is named, before anything is asked or made.
   *
   * @throws UsageException if no ledger is named, or two are
   */
  public void check(CliContext surroundings) {
    if (table.isPresent() && data.isPresent()) {
      throw new UsageException("--table and --data exclude each other: name one ledger");
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

  /** The only way to the engine's classes, so that no other command needs them. */
  private static OpenLedger inFiles(Path directory, boolean making) {
    try {
      return EmbeddedLedger.open(directory, making);
    } catch (NoClassDefFoundError e) {
      throw new CommandFailedException(
          "--data needs the embedded DynamoDB engine, which is not on the class path; start"
              + " through ./inventory",
          e);
    }
  }
}
