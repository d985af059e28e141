package dev.bedrockinventory.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import dev.bedrockinventory.settings.Metric;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** The feed's log lines, and its count of tampering. Without values. */
final class FeedTelemetry {
  private static final Logger LOG = LoggerFactory.getLogger(FeedTelemetry.class);

  private final Metrics metrics;

  FeedTelemetry(Metrics metrics) {
    this.metrics = metrics;
  }

  /** Logs and counts one batch. */
  void report(FeedResult fed) {
    LOG.info(
        "feed",
        entry("told", fed.published()),
        entry("truncated", fed.truncated()),
        entry("touched", fed.tampering().size()));
    for (var item : fed.tampering()) {
      LOG.error(
          "history tampered",
          entry("pk", item.key().pk()),
          entry("sk", item.key().sk()),
          entry("how", item.how()));
    }
    count(Metric.HISTORY_TAMPERED, fed.tampering().size());
    count(Metric.HEARTBEATS, fed.heartbeats());
    switch (fed.verdict()) {
      case FeedResult.Verdict.Done() -> {}
      case FeedResult.Verdict.Answer(var failed) -> failed(failed);
      case FeedResult.Verdict.Halve(var failed) -> failed(failed);
    }
  }

  /** A metric that is not emitted if there is nothing to count. */
  private void count(Metric metric, int value) {
    if (value > 0) {
      metrics.flushMetrics(line -> line.addMetric(metric.key(), value, MetricUnit.COUNT));
    }
  }

  private static void failed(FeedResult.Failed failed) {
    LOG.error(
        "record failed",
        entry("eventId", failed.eventId()),
        entry("sequenceNumber", failed.sequenceNumber()),
        entry("why", failed.why()));
  }
}
