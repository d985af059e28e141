package dev.bedrockinventory.cli.output;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.ledger.RefusalCount;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.query.JsonContract;
import java.util.List;
import java.util.stream.Stream;

/** Prints refused calls. */
public final class AttemptPrinter {
  private final CliContext context;

  public AttemptPrinter(CliContext context) {
    this.context = context;
  }

  /** Prints one row or object for each call, in their order. */
  public void print(Stream<Evidence> calls, OutputFormat format) {
    var printer = new JsonPrinter(context);
    switch (format) {
      case JSON -> printer.array(calls.map(JsonContract::ofAttempt));
      case JSONL -> printer.lines(calls.map(JsonContract::ofAttempt));
      case TABLE, CSV, MARKDOWN -> table(calls, format);
    }
  }

  /** Names on stderr whose further calls were only counted. */
  public void note(List<RefusalCount> counts) {
    counts.stream().map(RefusalCount::words).forEach(context.err()::println);
  }

  private void table(Stream<Evidence> calls, OutputFormat format) {
    var table = new TextTable("AT", "OPERATION", "WHO", "FROM", "ERROR", "RESOURCE", "MESSAGE");
    calls.forEach(call -> {
      var refusal = call.refusal();
      table.row(
          Instants.text(call.at()),
          call.event(),
          WhoText.withCredentials(call),
          call.sourceIp(),
          refusal.map(Evidence.Refusal::code).orElse(""),
          call.arn().text(),
          refusal.map(Evidence.Refusal::message).orElse(""));
    });
    table.print(context, format);
  }
}
