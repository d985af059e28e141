package dev.bedrockinventory.infra.construct;

import dev.bedrockinventory.settings.Metric;
import dev.bedrockinventory.settings.Variable;
import java.util.Map;
import software.amazon.awscdk.Duration;

/** The metrics that the functions print, as CloudWatch finds them. */
public final class MetricFactory {
  /** The namespace of all of them. */
  public static final String NAMESPACE = Variable.METRICS_NAMESPACE.standard().orElseThrow();

  /** Their only dimension; its value is the service's name. */
  public static final String DIMENSION = "Service";

  private final String service;

  /** The metrics of one service. */
  public MetricFactory(String service) {
    this.service = service;
  }

  /** One metric over periods of this length. */
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
