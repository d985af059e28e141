package dev.bedrockinventory.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.settings.Metric;
import dev.bedrockinventory.sweep.SweepReport;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.logging.argument.StructuredArgument;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** The log line and metrics of a sweep. Never the content of resources. */
final class SweepTelemetry {
  private static final Logger LOG = LoggerFactory.getLogger(SweepTelemetry.class);

  private static final int EXAMPLES = 4;

  private final Metrics metrics;

  SweepTelemetry(Metrics metrics) {
    this.metrics = metrics;
  }

  /**
   * Logs and counts one sweep.
   *
   * @param hasEvents whether the account's events should have arrived before the sweep
   */
  void report(SweepReport report, boolean hasEvents) {
    LOG.info("sweep", arguments(report).toArray());
    if (!report.failures().isEmpty()) {
      LOG.warn("sweep failure", failures(report).toArray());
    }
    if (!report.skipped()) {
      metrics.flushMetrics(line -> {
        count(report, line);
        add(line, Metric.CHANGES_WITHOUT_AUTHOR, hasEvents ? withoutAuthor(report) : 0);
      });
    }
  }

  private static List<StructuredArgument> arguments(SweepReport report) {
    var arguments = scope(report);
    arguments.add(entry("outcome", report.skipped() ? "SKIPPED" : report.outcome().name()));
    report.reason().ifPresent(reason -> arguments.add(entry("reason", reason.name())));
    arguments.add(entry("seen", report.seen()));
    for (var kind : ChangeKind.values()) {
      arguments.add(entry(kind.name(), report.changes().getOrDefault(kind, 0)));
    }
    arguments.add(entry("omissions", report.omissions()));
    arguments.add(entry("drift", report.drift()));
    arguments.add(entry("failures", report.failures().size()));
    arguments.add(entry("probeFailed", report.probeFailed()));
    arguments.add(entry("apiCalls", calls(report)));
    arguments.add(entry("consumedRead", report.consumed().read()));
    arguments.add(entry("consumedWrite", report.consumed().write()));
    arguments.add(entry("millis", report.millis()));
    return arguments;
  }

  /** The first failure, how many there are, and some more: thousands may have one cause. */
  private static List<StructuredArgument> failures(SweepReport report) {
    var first = report.failures().getFirst();
    var arguments = scope(report);
    arguments.add(entry("failures", report.failures().size()));
    arguments.add(entry("reason", first.reason().name()));
    arguments.add(entry("operation", first.operation()));
    first.resource().ifPresent(arn -> arguments.add(entry("resource", arn.text())));
    arguments.add(entry("failure", first.message()));
    arguments.add(
        entry(
            "examples",
            report.failures().stream().skip(1).limit(EXAMPLES).map(SweepTelemetry::line).toList()));
    return arguments;
  }

  private static String line(Failure failure) {
    var resource = failure.resource().map(arn -> " " + arn).orElse("");
    return "%s %s%s: %s"
        .formatted(failure.reason(), failure.operation(), resource, failure.message());
  }

  private static List<StructuredArgument> scope(SweepReport report) {
    var arguments = new ArrayList<StructuredArgument>();
    arguments.add(entry("account", report.scope().account()));
    arguments.add(entry("region", report.scope().region()));
    arguments.add(entry("kind", report.scope().kind().label()));
    return arguments;
  }

  /** The scope is not a dimension, which would cost one metric each: the log line contains it. */
  private static void count(SweepReport report, Metrics line) {
    line.addMetadata("account", report.scope().account());
    line.addMetadata("region", report.scope().region());
    line.addMetadata("kind", report.scope().kind().label());
    add(line, Metric.RESOURCES_SEEN, report.seen());
    add(line, Metric.CHANGES_RECORDED, report.changed());
    add(line, Metric.DELETIONS_RECORDED, report.changes().getOrDefault(ChangeKind.DELETED, 0));
    add(line, Metric.SWEEPS_COMPLETED, report.outcome() == Outcome.COMPLETE ? 1 : 0);
    add(line, Metric.SWEEPS_REFUSED, isRefused(report) ? 1 : 0);
    add(line, Metric.LISTING_OMISSIONS, report.omissions());
    add(line, Metric.UNMODELLED_MEMBERS, report.drift());
    add(line, Metric.API_CALLS, calls(report));
    line.addMetric(Metric.SWEEP_DURATION.key(), (double) report.millis(), MetricUnit.MILLISECONDS);
  }

  /** Nobody makes changes of system-defined profiles, and a baseline is no change. */
  private static int withoutAuthor(SweepReport report) {
    return report.scope().kind() == Kind.SYSTEM_INFERENCE_PROFILE
        ? 0
        : report.changed() - report.changes().getOrDefault(ChangeKind.BASELINE, 0);
  }

  private static void add(Metrics line, Metric metric, int value) {
    line.addMetric(metric.key(), value, MetricUnit.COUNT);
  }

  private static boolean isRefused(SweepReport report) {
    return report.outcome() == Outcome.REFUSED
        && report.reason().filter(Reason.UNSUPPORTED::equals).isEmpty();
  }

  private static int calls(SweepReport report) {
    return report.apiCalls().values().stream().mapToInt(Integer::intValue).sum();
  }
}
