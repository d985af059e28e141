package dev.bedrockinventory.infra.construct;

import dev.bedrockinventory.settings.Metric;
import dev.bedrockinventory.settings.Variable;
import java.util.Map;
import software.amazon.awscdk.Duration;

/** Creates references to the metrics that the functions publish. */
public final class MetricFactory {
  /** The namespace of all metrics. */
  public static final String NAMESPACE = Variable.METRICS_NAMESPACE.standard().orElseThrow();

  /** The only dimension of all metrics; its value is the name of the service. */
  private static final String DIMENSION = "Service";

  private final String service;

  /** For the metrics of one service. */
  public MetricFactory(String service) {
    this.service = service;
  }

  /** A metric with a statistic over a period. */
  public software.amazon.awscdk.services.cloudwatch.Metric of(
      Metric metric, String statistic, Duration period) {
    return software.amazon.awscdk.services.cloudwatch.Metric.Builder.create()
        .namespace(NAMESPACE)
        .metricName(metric.key())
        .dimensionsMap(Map.of(DIMENSION, service))
        .statistic(statistic)
        .period(period)
        .build();
  }
}
