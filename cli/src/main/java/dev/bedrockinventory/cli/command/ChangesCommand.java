package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.option.ChangeOptions;
import dev.bedrockinventory.cli.option.FilterOptions;
import dev.bedrockinventory.cli.option.LedgerOptions;
import dev.bedrockinventory.cli.option.OutputOptions;
import dev.bedrockinventory.cli.option.PeriodOptions;
import dev.bedrockinventory.cli.output.ChangePrinter;
import dev.bedrockinventory.query.Changes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the changes of all resources. */
@Command(
    name = "changes",
    description = "Show what changed, oldest first; BASELINE is not a change.")
public final class ChangesCommand implements Callable<Integer> {
  private final CliContext context;
  @Mixin private final PeriodOptions periods = new PeriodOptions();
  @Mixin private final ChangeOptions changes = new ChangeOptions();
  @Mixin private final FilterOptions filters = new FilterOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  public ChangesCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var filter = filters.filter(ledger.aws());
    var period = periods.period(context.clock().instant());
    try (var open = ledger.open(context)) {
      var found = new Changes(open.reader()).in(period, filter, changes.kinds());
      new ChangePrinter(context).print(found, output.format());
    }
    return ExitCode.SUCCESS;
  }
}
