package dev.bedrockinventory.cli.output;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.sweep.SweepReport;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Prints sweeps as a table, and their failures below it on stderr. */
public final class SweepPrinter {
  private final CliContext surroundings;

  public SweepPrinter(CliContext surroundings) {
    this.surroundings = surroundings;
  }

  public void print(List<SweepReport> reports) {
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
            changes(report),
            Integer.toString(report.apiCalls().values().stream().mapToInt(Integer::intValue).sum()),
            units(report.consumed().read()),
            units(report.consumed().write())));
    table.print(surroundings);
    surroundings.out().flush();
    reports.stream().filter(report -> !report.isFine()).forEach(this::printFailures);
  }

  private static String changes(SweepReport report) {
    var changes =
        Arrays.stream(ChangeKind.values())
            .filter(kind -> report.changes().getOrDefault(kind, 0) > 0)
            .map(kind -> report.changes().get(kind) + " " + kind)
            .collect(Collectors.joining(", "));
    return changes.isEmpty() ? "none" : changes;
  }

  private static String units(double units) {
    return units == Math.rint(units) ? Long.toString(Math.round(units)) : Double.toString(units);
  }

  private void printFailures(SweepReport report) {
    report
        .failures()
        .forEach(failure ->
            surroundings
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
