package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.cli.option.BusOptions;
import dev.bedrockinventory.cli.option.ChangeOptions;
import dev.bedrockinventory.cli.option.FilterOptions;
import dev.bedrockinventory.cli.option.LedgerOptions;
import dev.bedrockinventory.cli.option.OutputOptions;
import dev.bedrockinventory.cli.option.PeriodOptions;
import dev.bedrockinventory.cli.output.RedrivePrinter;
import dev.bedrockinventory.feed.Redrive;
import dev.bedrockinventory.feed.RedriveResult;
import dev.bedrockinventory.feed.RedriveSelection;
import dev.bedrockinventory.model.Instants;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Republishes changes that the feed lost. */
@Command(
    name = "redrive",
    description = {
      "Republish changes on the event bus with their original ids, oldest first.",
      "Exit 4 if a revision was modified; it is not published."
    })
public final class RedriveCommand implements Callable<Integer> {
  private final CliContext context;
  @Mixin private final PeriodOptions periods = new PeriodOptions();
  @Mixin private final ChangeOptions changes = new ChangeOptions();
  @Mixin private final FilterOptions filters = new FilterOptions();
  @Mixin private final BusOptions buses = new BusOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  @Option(
      names = "--skip",
      paramLabel = "ID",
      description = "Leave out the change with this id, which the bus refuses. Repeatable.")
  private List<String> skipped = List.of();

  public RedriveCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var filter = filters.filter(ledger.aws());
    var period = periods.period(context.clock().instant());
    var since =
        period
            .since()
            .orElseThrow(() -> new UsageException("no start specified: use --since WHEN"));
    var selection =
        new RedriveSelection(since, period.until(), filter, changes.kinds(), Set.copyOf(skipped));
    var name = buses.name(context);
    var aws = ledger.aws().withRegionsAsFilterOnly();
    var location = ledger.location(aws, context);
    try (var events = buses.client(aws, context);
        var open = location.open()) {
      var bus = buses.open(events, context);
      var result = new Redrive(open.reader(), context.clock(), bus).run(selection);
      new RedrivePrinter(context, name, selection).print(result, output.format());
      return exitCode(result);
    }
  }

  private static int exitCode(RedriveResult result) {
    result
        .stop()
        .ifPresent(stop -> {
          throw new CommandFailedException(
              ("after %d changes the event bus refused %s: %s; fix the cause and continue"
                      + " with --since %s, or leave the change out with --skip '%s'")
                  .formatted(
                      result.sent(),
                      stop.id(),
                      stop.why(),
                      Instants.text(stop.observedAt()),
                      stop.id()));
        });
    return result.corrupted().isEmpty() ? ExitCode.SUCCESS : ExitCode.CORRUPTED;
  }
}
