package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.cli.option.ChangeOptions;
import dev.bedrockinventory.cli.option.FilterOptions;
import dev.bedrockinventory.cli.option.LedgerOptions;
import dev.bedrockinventory.cli.option.OutputOptions;
import dev.bedrockinventory.cli.option.PeriodOptions;
import dev.bedrockinventory.cli.option.PersonOption;
import dev.bedrockinventory.cli.output.AttemptPrinter;
import dev.bedrockinventory.cli.output.ChangePrinter;
import dev.bedrockinventory.cli.output.EmptyNotice;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.query.Changes;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.query.Period;
import dev.bedrockinventory.query.PersonFilter;
import dev.bedrockinventory.query.RefusedCalls;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the changes of all resources. */
@Command(
    name = "changes",
    description = "Show what changed, oldest first; BASELINE is not a change.")
public final class ChangesCommand implements Callable<Integer> {
  private final CliContext context;
  @Mixin private final PeriodOptions periods = new PeriodOptions();
  @Mixin private final ChangeOptions changes = new ChangeOptions();
  @Mixin private final FilterOptions filters = new FilterOptions();
  @Mixin private final PersonOption person = new PersonOption();

  @Option(
      names = "--attempts",
      description = "Show the refused calls instead, newest first, of the last 90 days.")
  private boolean attempts;

  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  public ChangesCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var filter = filters.filter(ledger.aws());
    var period = periods.period(context.clock().instant());
    var by = person.filter();
    checkAttempts(filter);
    try (var open = ledger.open(context)) {
      if (attempts) {
        printAttempts(open.reader(), period, filter, by);
      } else {
        printChanges(open.reader(), period, filter);
      }
    }
    return ExitCode.SUCCESS;
  }

  /** A refused call changed nothing, so that there is no change to select it by. */
  private void checkAttempts(Filter filter) {
    if (attempts && (filter.needsDocuments() || !changes.kinds().isEmpty())) {
      throw new UsageException(
          "--attempts cannot be combined with --change, --model, --tag or --name");
    }
  }

  private void printChanges(LedgerReader reader, Period period, Filter filter) {
    var notice = new EmptyNotice(context);
    var found =
        notice.watch(person.select(new Changes(reader).in(period, filter, changes.kinds())));
    new ChangePrinter(context).print(found, output.format());
    notice.print(reader, filter);
  }

  private void printAttempts(
      LedgerReader reader, Period period, Filter filter, Optional<PersonFilter> by) {
    var refused = new RefusedCalls(reader);
    var found =
        refused
            .in(period, filter)
            .filter(call -> by.map(wanted -> wanted.matches(call)).orElse(true))
            .toList();
    var counts = refused.notStored(period).toList();
    var printer = new AttemptPrinter(context);
    printer.print(found.stream(), output.format());
    printer.note(counts);
    if (found.isEmpty() && counts.isEmpty()) {
      context.out().flush();
      context
          .err()
          .println("nothing found: no such call is recorded; the ledger has those of 90 days");
    }
  }
}
