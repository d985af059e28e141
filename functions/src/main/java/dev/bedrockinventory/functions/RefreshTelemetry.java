package dev.bedrockinventory.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.settings.Metric;
import dev.bedrockinventory.sweep.RefreshResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * The log lines of a message of the event queue; recorded changes are counted by the same metrics
 * as those of sweeps.
 */
final class RefreshTelemetry {
  private static final Logger LOG = LoggerFactory.getLogger(RefreshTelemetry.class);

  private final Metrics metrics;

  RefreshTelemetry(Metrics metrics) {
    this.metrics = metrics;
  }

  /** Logs the task of a message. */
  void report(String messageId, RefreshTask task) {
    switch (task) {
      case RefreshTask.Call(var call) ->
          LOG.info(
              "event",
              entry("messageId", messageId),
              entry("event", call.event()),
              entry("eventId", call.eventId()),
              entry("account", call.account()),
              entry("region", call.region()),
              entry("resources", call.resources().keySet()));
      case RefreshTask.Poll(var job) ->
          LOG.info("poll", entry("messageId", messageId), entry("job", job.text()));
      case RefreshTask.Nothing _ -> LOG.debug("nothing", entry("messageId", messageId));
    }
  }

  /** Logs and counts one result of a message; an unchanged resource is not logged. */
  void report(String messageId, RefreshResult result) {
    switch (result) {
      case RefreshResult.Unchanged _ -> {}
      case RefreshResult.Recorded(var change) -> {
        LOG.info("refresh", entry("messageId", messageId), entry("change", change.name()));
        metrics.flushMetrics(line -> count(change, line));
      }
      case RefreshResult.Awaited(var failure) -> failure.ifPresent(why -> warn(messageId, why));
      case RefreshResult.GivenUp(var job) ->
          LOG.warn("import abandoned", entry("messageId", messageId), entry("job", job.text()));
      case RefreshResult.Unresolved(var resource) ->
          LOG.info(
              "left to the next sweep", entry("messageId", messageId), entry("resource", resource));
      case RefreshResult.LeftOut(var failure) -> warn(messageId, failure);
      case RefreshResult.Failed(var failure) -> warn(messageId, failure);
    }
  }

  private static void count(ChangeKind change, Metrics line) {
    line.addMetric(Metric.CHANGES_RECORDED.key(), 1, MetricUnit.COUNT);
    line.addMetric(Metric.CHANGES_WITH_AUTHOR.key(), 1, MetricUnit.COUNT);
    line.addMetric(
        Metric.DELETIONS_RECORDED.key(), change == ChangeKind.DELETED ? 1 : 0, MetricUnit.COUNT);
  }

  private static void warn(String messageId, Failure failure) {
    LOG.warn(
        "refresh failure",
        entry("messageId", messageId),
        entry("reason", failure.reason().name()),
        entry("operation", failure.operation()),
        entry("resource", failure.resource().map(Arn::text).orElse("")),
        entry("failure", failure.message()));
  }
}
