package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.ledger.OpenLedger;
import dev.bedrockinventory.cli.output.OutputFormat;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the commands that read what exists, or existed at a given time. */
public final class InventoryOptions {
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  @Option(
      names = "--as-of",
      paramLabel = "WHEN",
      description =
          "The state at this time: an instant, a date (its end, UTC), or 7d, 12h, 30m ago.")
  private Optional<String> asOf = Optional.empty();

  /**
   * The time of the inventory; absent: now.
   *
   * @throws dev.bedrockinventory.cli.context.UsageException if it is not a time
   */
  public Optional<Instant> time(Instant now) {
    return asOf.map(text -> TimeArgument.last("--as-of", text, now));
  }

  /** The options of AWS. */
  public AwsOptions aws() {
    return ledger.aws();
  }

  /** Opens the ledger, as {@link LedgerOptions#open} does. */
  public OpenLedger open(CliContext context) {
    return ledger.open(context);
  }

  /** The format of the output. */
  public OutputFormat format() {
    return output.format();
  }
}
