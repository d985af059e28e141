package dev.bedrockinventory.cli.output;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.sweep.SweepReport;
import java.util.List;
import java.util.stream.Stream;

/** Prints the sweeps of several accounts, then a summary by account; their problems on stderr. */
public final class AccountPrinter {
  private final CliContext context;

  public AccountPrinter(CliContext context) {
    this.context = context;
  }

  /**
   * Prints the scopes of the accounts, then one row or object for each account; CSV, which has one
   * header, contains the scopes alone.
   */
  public void print(List<AccountResult> results, OutputFormat format) {
    var printer = new JsonPrinter(context);
    var reports = results.stream().flatMap(result -> result.reports().stream()).toList();
    switch (format) {
      case JSON -> printer.value(json(reports, results), format);
      case JSONL ->
          printer.lines(
              Stream.concat(
                  reports.stream().map(SweepPrinter::json),
                  results.stream().map(AccountPrinter::json)));
      case CSV -> new SweepPrinter(context).table(reports, format);
      case TABLE, MARKDOWN -> table(reports, results, format);
    }
    context.out().flush();
    results.forEach(result ->
        AccountProblem.of(result)
            .ifPresent(problem ->
                context
                    .err()
                    .println("inventory: account %s: %s".formatted(result.account(), problem))));
  }

  private static ObjectNode json(List<SweepReport> reports, List<AccountResult> results) {
    var tree = JsonNodeFactory.instance.objectNode();
    var scopes = tree.putArray("scopes");
    reports.forEach(report -> scopes.add(SweepPrinter.json(report)));
    var accounts = tree.putArray("accounts");
    results.forEach(result -> accounts.add(json(result)));
    return tree;
  }

  /** The JSON of one account, which is a contract of {@code docs/cli.md}. */
  private static ObjectNode json(AccountResult result) {
    var tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("account", result.account())
            .put("outcome", result.outcome().name());
    result.inactive().ifPresent(state -> tree.put("state", state));
    AccountProblem.of(result).ifPresent(problem -> tree.put("problem", problem));
    result
        .regions()
        .ifPresent(list -> {
          tree.put("regions", list.regions().size()).put("regionList", list.origin().name());
          tree.put("complete", result.complete())
              .put("unsupported", result.unsupported())
              .put("incomplete", result.incomplete())
              .put("seen", result.seen());
          tree.set("changes", SweepPrinter.json(result.changes()));
        });
    return tree;
  }

  private void table(List<SweepReport> reports, List<AccountResult> results, OutputFormat format) {
    new SweepPrinter(context).table(reports, format);
    if (!reports.isEmpty()) {
      context.out().println();
    }
    var table =
        new TextTable(
            "ACCOUNT",
            "RESULT",
            "REGIONS",
            "COMPLETE",
            "UNSUPPORTED",
            "INCOMPLETE",
            "SEEN",
            "CHANGES");
    results.forEach(result ->
        table.row(
            result.account(),
            result.inactive().orElse(result.outcome().name()),
            Integer.toString(result.regions().map(list -> list.regions().size()).orElse(0)),
            Long.toString(result.complete()),
            Long.toString(result.unsupported()),
            Long.toString(result.incomplete()),
            Integer.toString(result.seen()),
            SweepPrinter.changes(result.changes())));
    table.print(context, format);
  }
}
