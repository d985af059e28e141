package dev.bedrockinventory.infra;

import dev.bedrockinventory.settings.Metric;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.constructs.Construct;

/** The CloudWatch dashboard of who operates the system: is it looking, and what does it find. */
final class OperationsDashboard extends Construct {
  private static final int WIDTH = 8;

  OperationsDashboard(
      Construct scope, Gauge gauge, Duration period, Plan plan, Sweeps sweeps, SweepQueue queue) {
    super(scope, "Operations");
    Dashboard.Builder.create(this, "Dashboard")
        .widgets(
            List.of(
                List.of(
                    own(
                        "Age of the oldest complete look (seconds)",
                        gauge,
                        "Maximum",
                        period,
                        Metric.OLDEST_COMPLETE_LOOK_AGE),
                    own(
                        "Sweeps",
                        gauge,
                        "Sum",
                        period,
                        Metric.SWEEPS_COMPLETED,
                        Metric.SWEEPS_REFUSED),
                    own(
                        "Changes",
                        gauge,
                        "Sum",
                        period,
                        Metric.CHANGES_RECORDED,
                        Metric.DELETIONS_RECORDED)),
                List.of(
                    own("Resources seen", gauge, "Sum", period, Metric.RESOURCES_SEEN),
                    own("API calls", gauge, "Sum", period, Metric.API_CALLS),
                    own(
                        "Doubts",
                        gauge,
                        "Sum",
                        period,
                        Metric.LISTING_OMISSIONS,
                        Metric.UNMODELLED_MEMBERS)),
                List.of(
                    own("Duration of a sweep (ms)", gauge, "p90", period, Metric.SWEEP_DURATION),
                    graph(
                        "Function errors",
                        List.of(
                            plan.function().function().metricErrors(),
                            sweeps.function().function().metricErrors())),
                    graph(
                        "Waiting and given up",
                        List.of(
                            queue.queue().metricApproximateNumberOfMessagesVisible(),
                            queue.deadLetters().metricApproximateNumberOfMessagesVisible(),
                            plan.deadLetters().metricApproximateNumberOfMessagesVisible())))))
        .build();
  }

  private static IWidget own(
      String title, Gauge gauge, String statistic, Duration period, Metric... metrics) {
    return graph(
        title, Stream.of(metrics).map(metric -> gauge.of(metric, statistic, period)).toList());
  }

  private static IWidget graph(String title, List<? extends IMetric> metrics) {
    return GraphWidget.Builder.create().title(title).width(WIDTH).left(metrics).build();
  }
}
