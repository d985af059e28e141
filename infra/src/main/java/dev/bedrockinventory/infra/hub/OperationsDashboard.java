package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.construct.MetricFactory;
import dev.bedrockinventory.settings.Metric;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** The CloudWatch dashboard for operators: sweeps, their results, functions and queues. */
final class OperationsDashboard extends Construct {
  private static final int WIDTH = 8;

  OperationsDashboard(
      Construct scope, MetricFactory metrics, Duration period, Monitoring.Parts parts) {
    super(scope, "Operations");
    Dashboard.Builder.create(this, "Dashboard")
        .widgets(
            List.of(
                List.of(
                    own(
                        "Age of the oldest complete observation (seconds)",
                        metrics,
                        "Maximum",
                        period,
                        Metric.OLDEST_COMPLETE_LOOK_AGE),
                    own(
                        "Sweeps",
                        metrics,
                        "Sum",
                        period,
                        Metric.SWEEPS_COMPLETED,
                        Metric.SWEEPS_REFUSED),
                    own(
                        "Changes",
                        metrics,
                        "Sum",
                        period,
                        Metric.CHANGES_RECORDED,
                        Metric.DELETIONS_RECORDED)),
                List.of(
                    own(
                        "Targets and scopes planned",
                        metrics,
                        "Maximum",
                        period,
                        Metric.TARGETS_PLANNED,
                        Metric.SCOPES_PLANNED),
                    own("Targets lost (%)", metrics, "Maximum", period, Metric.TARGETS_LOST),
                    own(
                        "Target problems and damaged scopes",
                        metrics,
                        "Maximum",
                        period,
                        Metric.TARGET_PROBLEMS,
                        Metric.DAMAGED_SCOPES)),
                List.of(
                    own("Resources seen", metrics, "Sum", period, Metric.RESOURCES_SEEN),
                    own("API calls", metrics, "Sum", period, Metric.API_CALLS),
                    own(
                        "Omissions and schema drift",
                        metrics,
                        "Sum",
                        period,
                        Metric.LISTING_OMISSIONS,
                        Metric.UNMODELLED_MEMBERS)),
                List.of(
                    own("Duration of a sweep (ms)", metrics, "p90", period, Metric.SWEEP_DURATION),
                    graph(
                        "Function errors",
                        Stream.of(
                                parts.plan().function(),
                                parts.sweeps().function(),
                                parts.refreshes().function(),
                                parts.feed().function())
                            .map(function -> function.function().metricErrors())
                            .toList()),
                    graph(
                        "Messages in queues and dead-letter queues",
                        Stream.of(
                                parts.sweepQueue().queue(),
                                parts.eventQueue().queue(),
                                parts.sweepQueue().deadLetters(),
                                parts.plan().deadLetters(),
                                parts.eventQueue().deadLetters(),
                                parts.feed().failures())
                            .map(Queue::metricApproximateNumberOfMessagesVisible)
                            .toList())),
                List.of(
                    graph(
                        "Age of the oldest event (seconds)",
                        List.of(parts.eventQueue().queue().metricApproximateAgeOfOldestMessage())),
                    graph(
                        "Age of the last published change (ms)",
                        List.of(parts.feed().function().function().metric("IteratorAge"))),
                    own("Tampering", metrics, "Sum", period, Metric.HISTORY_TAMPERED))))
        .build();
  }

  private static IWidget own(
      String title, MetricFactory metrics, String statistic, Duration period, Metric... shown) {
    return graph(
        title, Stream.of(shown).map(metric -> metrics.of(metric, statistic, period)).toList());
  }

  private static IWidget graph(String title, List<? extends IMetric> metrics) {
    return GraphWidget.Builder.create().title(title).width(WIDTH).left(metrics).build();
  }
}
