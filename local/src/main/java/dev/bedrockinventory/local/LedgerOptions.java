package dev.bedrockinventory.local;

import dev.bedrockinventory.settings.Variable;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where the ledger is; every command that reads or writes it has them. */
final class LedgerOptions {
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

  LedgerOptions() {
    this(Optional.empty(), Optional.empty(), new AwsOptions());
  }

  private LedgerOptions(Optional<String> table, Optional<Path> data, AwsOptions aws) {
    this.table = table;
    this.data = data;
    this.aws = aws;
  }

  /** Which AWS is meant. */
  AwsOptions aws() {
    return aws;
  }

  /** The same options; their regions filter, and do not say where the table is. */
  LedgerOptions withRegionsAsFilterOnly() {
    return new LedgerOptions(table, data, aws.withRegionsAsFilterOnly());
  }

  /** Whether the ledger is in files, so that its table is made when missing. */
  boolean isInFiles() {
    return data.isPresent();
  }

  /**
   * Opens the ledger that is there.
   *
   * @throws UsageException if no ledger is named, or two are
   * @throws CommandFailedException if there are no files of a ledger, or another process uses them
   */
  OpenLedger open(Surroundings surroundings) {
    return open(surroundings, false);
  }

  /** The same, but makes the files and their table where they are missing. */
  OpenLedger openOrMake(Surroundings surroundings) {
    return open(surroundings, true);
  }

  /**
   * Whether one ledger is named, before anything is asked or made.
   *
   * @throws UsageException if no ledger is named, or two are
   */
  void check(Surroundings surroundings) {
    if (table.isPresent() && data.isPresent()) {
      throw new UsageException("--table and --data exclude each other: name one ledger");
    }
    if (data.isEmpty()) {
      var _ = tableName(surroundings);
      var _ = Clients.endpoint(aws, surroundings);
    }
  }

  private OpenLedger open(Surroundings surroundings, boolean making) {
    check(surroundings);
    return data.map(directory -> inFiles(directory, making))
        .orElseGet(() ->
            new OpenLedger(Clients.dynamo(aws, surroundings), tableName(surroundings), () -> {}));
  }

  private String tableName(Surroundings surroundings) {
    return table
        .or(() -> surroundings.variable(Variable.TABLE.key()))
        .orElseThrow(() ->
            new UsageException(
                "where is the ledger? name a DynamoDB table with --table NAME, or a"
                    + " directory with --data DIR"));
  }

  /** The only way to the engine's classes, so that no other command needs them. */
  private static OpenLedger inFiles(Path directory, boolean making) {
    try {
      return EngineDirectory.open(directory, making);
    } catch (NoClassDefFoundError e) {
      throw new CommandFailedException(
          "--data needs the embedded DynamoDB engine, which is not on the class path; start"
              + " through ./inventory",
          e);
    }
  }
}
