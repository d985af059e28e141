package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.option.LedgerOptions;
import dev.bedrockinventory.cli.option.OutputOptions;
import dev.bedrockinventory.cli.option.PeriodOptions;
import dev.bedrockinventory.cli.option.ResourceArgument;
import dev.bedrockinventory.cli.option.ScopeOptions;
import dev.bedrockinventory.cli.output.ChangePrinter;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.query.History;
import dev.bedrockinventory.query.Inventory;
import dev.bedrockinventory.query.Resource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the recorded history of one resource. */
@Command(
    name = "history",
    description = "Show every recorded revision of one resource, live or deleted, oldest first.")
public final class HistoryCommand implements Callable<Integer> {
  private final CliContext context;
  @Mixin private final ResourceArgument resource = new ResourceArgument();
  @Mixin private final PeriodOptions periods = new PeriodOptions();
  @Mixin private final ScopeOptions scopes = new ScopeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  public HistoryCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var filter = scopes.filter(ledger.aws());
    var period = periods.period(context.clock().instant());
    try (var open = ledger.open(context)) {
      var reader = open.reader();
      var found = resource.find(reader, filter);
      new ChangePrinter(context)
          .print(new History(reader).of(found.head().arn(), period), output.format());
      if (resource.isNameOf(found)) {
        mentionEarlier(new Inventory(reader).earlier(found));
      }
    }
    return ExitCode.SUCCESS;
  }

  /**
   * A name is free again after a deletion, so that its history may be that of several resources.
   */
  private void mentionEarlier(List<Resource> earlier) {
    context.out().flush();
    earlier.forEach(resource ->
        context
            .err()
            .println(
                "an earlier resource of this name was deleted %s: %s"
                    .formatted(
                        resource.deletedAt().map(Instants::text).orElse(""),
                        resource.head().arn())));
  }
}
