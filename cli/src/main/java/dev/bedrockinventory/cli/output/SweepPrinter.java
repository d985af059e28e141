package dev.bedrockinventory.cli.output;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.sweep.SweepReport;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints sweeps; the failures that the format does not contain, on stderr. */
public final class SweepPrinter {
  private final CliContext context;

  public SweepPrinter(CliContext context) {
    this.context = context;
  }

  /** Prints one row or object for each scope. */
  public void print(List<SweepReport> reports, OutputFormat format) {
    var printer = new JsonPrinter(context);
    switch (format) {
      case JSON -> printer.array(reports.stream().map(SweepPrinter::json));
      case JSONL -> printer.lines(reports.stream().map(SweepPrinter::json));
      case TABLE, CSV, MARKDOWN -> {
        table(reports, format);
        context.out().flush();
        reports.stream().filter(report -> !report.isFine()).forEach(this::printFailures);
      }
    }
  }

  /** The JSON of one scope's sweep, which is a contract of {@code docs/cli.md}. */
  static ObjectNode json(SweepReport report) {
    var tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("account", report.scope().account())
            .put("region", report.scope().region())
            .put("kind", report.scope().kind().label())
            .put("outcome", report.outcome().name());
    report.reason().ifPresent(reason -> tree.put("reason", reason.name()));
    if (!report.failures().isEmpty()) {
      var failures = tree.putArray("failures");
      report.failures().forEach(failure -> failures.add(json(failure)));
    }
    tree.put("seen", report.seen());
    tree.set("changes", json(report.changes()));
    tree.put("omissions", report.omissions());
    var calls = tree.putObject("apiCalls");
    new TreeMap<>(report.apiCalls()).forEach(calls::put);
    tree.putObject("consumed")
        .put("read", report.consumed().read())
        .put("write", report.consumed().write());
    return tree.put("millis", report.millis());
  }

  /** The JSON of the number of revisions for each change kind. */
  static ObjectNode json(Map<ChangeKind, Integer> changes) {
    var tree = JsonNodeFactory.instance.objectNode();
    for (var kind : ChangeKind.values()) {
      tree.put(kind.name(), changes.getOrDefault(kind, 0));
    }
    return tree;
  }

  private static ObjectNode json(Failure failure) {
    var tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("reason", failure.reason().name())
            .put("operation", failure.operation());
    failure.resource().ifPresent(arn -> tree.put("resource", arn.text()));
    return tree.put("message", failure.message());
  }

  /** Prints one row for each scope. */
  void table(List<SweepReport> reports, OutputFormat format) {
    var table =
        new TextTable(
            "ACCOUNT", "REGION", "KIND", "OUTCOME", "SEEN", "CHANGES", "CALLS", "READ", "WRITTEN");
    reports.forEach(report ->
        table.row(
            report.scope().account(),
            report.scope().region(),
            report.scope().kind().label(),
            report.reason().map(Reason::name).orElse(report.outcome().name()),
            Integer.toString(report.seen()),
            changes(report.changes()),
            Integer.toString(report.apiCalls().values().stream().mapToInt(Integer::intValue).sum()),
            units(report.consumed().read()),
            units(report.consumed().write())));
    table.print(context, format);
  }

  /** The text of the number of revisions for each change kind. */
  static String changes(Map<ChangeKind, Integer> changes) {
    var text =
        Arrays.stream(ChangeKind.values())
            .filter(kind -> changes.getOrDefault(kind, 0) > 0)
            .map(kind -> changes.get(kind) + " " + kind)
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? "none" : text;
  }

  private static String units(double units) {
    return units == Math.rint(units) ? Long.toString(Math.round(units)) : Double.toString(units);
  }

  private void printFailures(SweepReport report) {
    report
        .failures()
        .forEach(failure ->
            context
                .err()
                .println(
                    "inventory: %s: %s %s%s: %s"
                        .formatted(
                            report.scope(),
                            failure.reason(),
                            failure.operation(),
                            failure.resource().map(arn -> " " + arn).orElse(""),
                            failure.message())));
  }
}
