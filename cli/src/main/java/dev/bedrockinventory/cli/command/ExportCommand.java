package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.cli.export.ExportFormat;
import dev.bedrockinventory.cli.export.ExportPrinter;
import dev.bedrockinventory.cli.export.ExportSubject;
import dev.bedrockinventory.cli.export.NewFile;
import dev.bedrockinventory.cli.ledger.LedgerFile;
import dev.bedrockinventory.cli.ledger.OpenLedger;
import dev.bedrockinventory.cli.option.AsOfOption;
import dev.bedrockinventory.cli.option.ChangeOptions;
import dev.bedrockinventory.cli.option.FilterOptions;
import dev.bedrockinventory.cli.option.LedgerOptions;
import dev.bedrockinventory.cli.option.PeriodOptions;
import dev.bedrockinventory.cli.option.PersonOption;
import dev.bedrockinventory.cli.option.SelectionOptions;
import dev.bedrockinventory.cli.output.ProgressCount;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.query.Changes;
import dev.bedrockinventory.query.Inventory;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the inventory or the changes for other programs. */
@Command(name = "export", description = "Write the inventory or the changes for other programs.")
public final class ExportCommand implements Callable<Integer> {
  private final CliContext context;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SUBJECT", description = "One of ${COMPLETION-CANDIDATES}.")
  private ExportSubject subject = ExportSubject.INVENTORY;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      description =
          "The format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). sqlite is a copy of"
              + " the complete ledger, and requires --to.")
  private ExportFormat format = ExportFormat.JSONL;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "Write this new file instead of stdout; it appears when it is complete.")
  private Optional<Path> to = Optional.empty();

  @Mixin private final FilterOptions filters = new FilterOptions();
  @Mixin private final SelectionOptions selection = new SelectionOptions();
  @Mixin private final AsOfOption asOf = new AsOfOption();
  @Mixin private final PeriodOptions periods = new PeriodOptions();
  @Mixin private final ChangeOptions changes = new ChangeOptions();
  @Mixin private final PersonOption person = new PersonOption();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  public ExportCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    checkCombination();
    to.ifPresent(NewFile::requireMissing);
    var print = selected();
    try (var open = ledger.open(context)) {
      if (to.isEmpty()) {
        print.to(open.reader(), context, () -> {});
      } else {
        var progress = new ProgressCount(context, format.unit(subject));
        try (progress) {
          NewFile.create(to.get(), part -> write(open, print, part, progress));
        }
        context.err().println("'%s': %s".formatted(to.get(), progress.text()));
      }
    }
    return ExitCode.SUCCESS;
  }

  private void checkCombination() {
    if (format == ExportFormat.SQLITE && subject != ExportSubject.INVENTORY) {
      throw new UsageException(
          "-o sqlite is a copy of the complete ledger: use 'export inventory', its views contain"
              + " the changes too");
    }
    if (format == ExportFormat.SQLITE && to.isEmpty()) {
      throw new UsageException("-o sqlite writes a file; add --to FILE");
    }
    spec.commandLine().getParseResult().matchedOptions().stream()
        .map(OptionSpec::longestName)
        .filter(option -> !format.accepts(option, subject))
        .findFirst()
        .ifPresent(option -> {
          throw new UsageException(
              "%s selects nothing in 'export %s -o %s'; remove it"
                  .formatted(option, subject, format));
        });
  }

  /** Checks the values of the options before the ledger is opened. */
  private Print selected() {
    var now = context.clock().instant();
    var filter = selection.filter(filters.filter(ledger.aws()));
    var time = asOf.time(now);
    var period = periods.period(now);
    person.filter();
    return (reader, out, step) -> {
      var printer = new ExportPrinter(out, format);
      switch (subject) {
        case INVENTORY -> printer.resources(steps(new Inventory(reader).at(time, filter), step));
        case CHANGES -> {
          var found = new Changes(reader).in(period, filter, changes.kinds());
          printer.changes(steps(person.select(found), step));
        }
      }
    };
  }

  private void write(OpenLedger open, Print print, Path part, ProgressCount progress)
      throws IOException {
    if (format == ExportFormat.SQLITE) {
      LedgerFile.copy(open, part, context.clock().instant(), progress::step);
      return;
    }
    try (var out =
        new PrintStream(
            new BufferedOutputStream(Files.newOutputStream(part)), false, StandardCharsets.UTF_8)) {
      print.to(open.reader(), context.withOut(out), progress::step);
      if (out.checkError()) {
        throw new IOException("not all of it was written");
      }
    }
  }

  private static <T> Stream<T> steps(Stream<T> elements, Runnable step) {
    return elements.peek(_ -> step.run());
  }

  /** Prints what is selected. */
  @FunctionalInterface
  private interface Print {
    void to(LedgerReader reader, CliContext out, Runnable step);
  }
}
