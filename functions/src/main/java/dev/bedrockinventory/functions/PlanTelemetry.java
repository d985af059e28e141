package dev.bedrockinventory.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.settings.Metric;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** The log lines of a plan, one for each problem, and its metrics. */
final class PlanTelemetry {
  private static final Logger LOG = LoggerFactory.getLogger(PlanTelemetry.class);

  private final Metrics metrics;

  PlanTelemetry(Metrics metrics) {
    this.metrics = metrics;
  }

  /** Logs and counts one plan. */
  void report(PlanResult plan) {
    LOG.info(
        "plan",
        entry("plannedAt", Instants.text(plan.plannedAt())),
        entry("targets", plan.targets()),
        entry("accountsAdded", plan.added()),
        entry("accountsRemoved", plan.removed()),
        entry("scopes", plan.scopes()),
        entry("missing", plan.missing()),
        entry("targetsLost", plan.targetsLost()),
        entry("problems", plan.problems().size()),
        entry("damaged", plan.damaged().size()),
        entry("unsent", plan.unsent().size()),
        entry("polls", plan.polls()),
        entry("stale", plan.health().stale()),
        entry("newlyRefused", plan.health().newlyRefused()),
        entry("excused", plan.health().excused()),
        entry("deletions", plan.deletions()),
        entry("oldestCompleteLookAge", plan.health().oldest().toSeconds()));
    plan.problems().forEach(problem -> LOG.warn("target problem", entry("problem", problem)));
    plan.damaged().forEach(item -> LOG.warn("scope item left out", entry("problem", item)));
    plan.unsent().forEach(unsent -> LOG.warn("task not sent", entry("problem", unsent)));
    plan.unsentPolls().forEach(unsent -> LOG.warn("poll not sent", entry("problem", unsent)));
    metrics.flushMetrics(line -> {
      count(line, Metric.TARGETS_PLANNED, plan.targets());
      count(line, Metric.SCOPES_PLANNED, plan.scopes());
      countAny(line, Metric.ACCOUNTS_ADDED, plan.added().size());
      countAny(line, Metric.ACCOUNTS_REMOVED, plan.removed().size());
      count(line, Metric.TARGET_PROBLEMS, plan.problems().size());
      count(line, Metric.DAMAGED_SCOPES, plan.damaged().size());
      count(line, Metric.STALE_SCOPES, plan.health().stale());
      count(line, Metric.NEWLY_REFUSED_SCOPES, plan.health().newlyRefused());
      count(
          line,
          Metric.MOST_DELETIONS,
          plan.deletions().values().stream().mapToInt(Integer::intValue).max().orElse(0));
      line.addMetric(Metric.TARGETS_LOST.key(), plan.targetsLost(), MetricUnit.PERCENT);
      line.addMetric(
          Metric.OLDEST_COMPLETE_SWEEP_AGE.key(),
          (double) plan.health().oldest().toSeconds(),
          MetricUnit.SECONDS);
    });
  }

  /** A metric that costs only in a month in which it is emitted. */
  private static void countAny(Metrics line, Metric metric, int value) {
    if (value > 0) {
      count(line, metric, value);
    }
  }

  private static void count(Metrics line, Metric metric, int value) {
    line.addMetric(metric.key(), (double) value, MetricUnit.COUNT);
  }
}
