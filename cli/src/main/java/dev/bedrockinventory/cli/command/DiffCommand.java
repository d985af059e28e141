package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.cli.option.FilterOptions;
import dev.bedrockinventory.cli.option.LedgerOptions;
import dev.bedrockinventory.cli.option.OutputOptions;
import dev.bedrockinventory.cli.option.ResourceArgument;
import dev.bedrockinventory.cli.option.TimeArgument;
import dev.bedrockinventory.cli.output.DiffPrinter;
import dev.bedrockinventory.cli.output.EmptyNotice;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.query.Change;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.query.History;
import dev.bedrockinventory.query.InventoryDiff;
import dev.bedrockinventory.query.Period;
import dev.bedrockinventory.query.RevisionDiff;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two revisions of a resource, or the inventories of two instants. */
@Command(
    name = "diff",
    description = {
      "Compare two revisions of a resource, by default the last two;",
      "with --from, the whole inventory at two times."
    })
public final class DiffCommand implements Callable<Integer> {
  private static final String FROM = "--from";
  private static final String TO = "--to";

  private final CliContext context;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "RESOURCE",
      description = "A resource: its ARN, its id or its name.")
  private Optional<String> resource = Optional.empty();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "REVISION",
      description = "The number of the revision at the left.")
  private Optional<Long> left = Optional.empty();

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "REVISION",
      description = "The number of the revision at the right.")
  private Optional<Long> right = Optional.empty();

  @Option(
      names = FROM,
      paramLabel = "WHEN",
      description = "Compare the inventory of this time; a date means its end, UTC.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = TO,
      paramLabel = "WHEN",
      description = "With --from: compare it with that of this time (default: now).")
  private Optional<String> to = Optional.empty();

  @Mixin private final FilterOptions filters = new FilterOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  public DiffCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var filter = filters.filter(ledger.aws());
    check(filter);
    var now = context.clock().instant();
    var start = from.map(text -> TimeArgument.last(FROM, text, now));
    var end = to.map(text -> TimeArgument.last(TO, text, now)).orElse(now);
    if (start.filter(end::isBefore).isPresent()) {
      throw new UsageException(
          to.isPresent()
              ? "%s is after %s".formatted(FROM, TO)
              : "%s is in the future: a date means its end; give a timestamp".formatted(FROM));
    }
    try (var open = ledger.open(context)) {
      var reader = open.reader();
      var printer = new DiffPrinter(context, output.format());
      if (start.isPresent()) {
        var found = InventoryDiff.of(reader, start.get(), end, filter);
        printer.print(found);
        var unread = InventoryDiff.unread(reader, start.get(), filter);
        if (found.isEmpty()) {
          new EmptyNotice(context)
              .explain(reader, filter, "the inventories of both times are the same");
        }
        notice(unread > 0, unread(unread));
      } else {
        var diff = compare(reader, filter);
        printer.print(diff);
        notice(diff.fields().isEmpty(), same(diff));
      }
    }
    return ExitCode.SUCCESS;
  }

  private void check(Filter filter) {
    if (resource.isPresent() == from.isPresent()) {
      throw new UsageException("specify either a RESOURCE or %s WHEN".formatted(FROM));
    }
    if (to.isPresent() && from.isEmpty()) {
      throw new UsageException("%s requires %s".formatted(TO, FROM));
    }
    if (left.isPresent() != right.isPresent()) {
      throw new UsageException("specify two revisions, or none for the last two");
    }
    if (resource.isPresent() && filter.needsDocuments()) {
      throw new UsageException("--model, --tag and --name require %s".formatted(FROM));
    }
  }

  private RevisionDiff compare(LedgerReader reader, Filter filter) {
    var name = resource.orElseThrow();
    var arn = ResourceArgument.find(name, reader, filter).head().arn();
    var history = new History(reader).of(arn, Period.ALWAYS).toList();
    if (left.isPresent() && right.isPresent()) {
      return RevisionDiff.of(find(history, left.get()), find(history, right.get()));
    }
    if (history.size() < 2) {
      throw new UsageException("'%s' has only one revision, so nothing to compare".formatted(name));
    }
    return RevisionDiff.of(history.get(history.size() - 2), history.getLast());
  }

  private static Change find(List<Change> history, long number) {
    return history.stream()
        .filter(change -> change.revision() == number)
        .findFirst()
        .orElseThrow(() ->
            new UsageException(
                "there is no revision %d; the revisions are %d to %d"
                    .formatted(
                        number, history.getFirst().revision(), history.getLast().revision())));
  }

  private static String unread(long scopes) {
    return "%d of the scopes %s first read after %s: what existed before is shown as ADDED"
        .formatted(scopes, scopes == 1 ? "was" : "were", FROM);
  }

  private static String same(RevisionDiff diff) {
    return "nothing found: the fields of revision %d (%s) and revision %d (%s) are the same"
        .formatted(
            diff.from().revision(), diff.from().change(), diff.to().revision(), diff.to().change());
  }

  private void notice(boolean isPrinted, String text) {
    if (isPrinted) {
      context.out().flush();
      context.err().println(text);
    }
  }
}
