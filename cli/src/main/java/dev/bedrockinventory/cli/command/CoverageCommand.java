package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.option.LedgerOptions;
import dev.bedrockinventory.cli.option.OutputOptions;
import dev.bedrockinventory.cli.option.ScopeOptions;
import dev.bedrockinventory.cli.output.JsonPrinter;
import dev.bedrockinventory.cli.output.TextTable;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.query.Coverage;
import dev.bedrockinventory.query.JsonContract;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the scopes with their last observations, and unmodeled members. */
@Command(
    name = "coverage",
    description =
        "Show the scopes, the outcomes of their last observations, and new members of the API's"
            + " responses.")
public final class CoverageCommand implements Callable<Integer> {
  private final CliContext context;
  @Mixin private final ScopeOptions scopes = new ScopeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  public CoverageCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var filter = scopes.filter(ledger.aws());
    try (var open = ledger.open(context)) {
      var coverage = Coverage.of(open.reader(), filter);
      print(coverage);
      warn(coverage);
    }
    return ExitCode.SUCCESS;
  }

  private void print(Coverage coverage) {
    switch (output.format()) {
      case JSON, JSONL ->
          new JsonPrinter(context).value(JsonContract.of(coverage), output.format());
      case CSV -> {
        scopes(coverage);
        leftOut(coverage);
      }
      case TABLE, MARKDOWN -> {
        scopes(coverage);
        drift(coverage);
      }
    }
  }

  /** CSV has one header, and so one table. */
  private void leftOut(Coverage coverage) {
    if (!coverage.unmodeled().isEmpty()) {
      context
          .err()
          .println(
              "left out: %d new members of the API's responses; -o json contains them"
                  .formatted(coverage.unmodeled().size()));
    }
  }

  private void warn(Coverage coverage) {
    for (var item : coverage.damaged()) {
      context
          .err()
          .println(
              "left out: item '%s' is damaged: %s; './inventory verify' lists all such items"
                  .formatted(item.key(), item.damage().orElse("")));
    }
  }

  private void scopes(Coverage coverage) {
    var table = new TextTable("ACCOUNT", "REGION", "KIND", "OUTCOME", "REASON", "LAST COMPLETE");
    for (var entry : coverage.scopes()) {
      var state = entry.state();
      table.row(
          state.scope().account(),
          state.scope().region(),
          state.scope().kind().label(),
          state.outcome().map(Enum::name).orElse(JsonContract.PENDING),
          state.reason().map(Enum::name).orElse(""),
          state.lastCompleteAt().map(Instants::text).orElse("never"));
    }
    table.print(context, output.format());
  }

  private void drift(Coverage coverage) {
    var table = new TextTable("OPERATION", "NEW MEMBER", "TYPE", "FIRST SEEN", "EXAMPLE");
    for (var entry : coverage.unmodeled()) {
      table.row(
          entry.member().operation(),
          entry.member().path(),
          entry.member().type(),
          Instants.text(entry.firstSeenAt()),
          entry.member().example());
    }
    if (!coverage.scopes().isEmpty() && !coverage.unmodeled().isEmpty()) {
      context.out().println();
    }
    table.print(context, output.format());
  }
}
