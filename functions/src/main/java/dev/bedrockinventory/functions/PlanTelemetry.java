package dev.bedrockinventory.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.settings.Metric;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** The log lines of a plan, one for each problem, and its metric. */
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
        entry("scopes", plan.scopes()),
        entry("problems", plan.problems().size()),
        entry("unsent", plan.unsent().size()),
        entry("polls", plan.polls()),
        entry("oldestCompleteLookAge", plan.oldestObservationAge().toSeconds()));
    plan.problems().forEach(problem -> LOG.warn("target problem", entry("problem", problem)));
    plan.unsent().forEach(unsent -> LOG.warn("task not sent", entry("problem", unsent)));
    plan.unsentPolls().forEach(unsent -> LOG.warn("poll not sent", entry("problem", unsent)));
    metrics.flushMetrics(line ->
        line.addMetric(
            Metric.OLDEST_COMPLETE_LOOK_AGE.key(),
            (double) plan.oldestObservationAge().toSeconds(),
            MetricUnit.SECONDS));
  }
}
