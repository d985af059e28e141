package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.ledger.OpenLedger;
import dev.bedrockinventory.cli.output.OutputFormat;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** The options of the commands that read what exists, or existed at a given time. */
public final class InventoryOptions {
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  @Mixin private final AsOfOption asOf = new AsOfOption();

  /**
   * The time of the inventory; absent: now.
   *
   * @throws dev.bedrockinventory.cli.context.UsageException if it is not a time
   */
  public Optional<Instant> time(Instant now) {
    return asOf.time(now);
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
