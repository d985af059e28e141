package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.dashboard.View;
import dev.bedrockinventory.dashboard.ViewParameter;
import dev.bedrockinventory.infra.construct.MetricFactory;
import dev.bedrockinventory.settings.Metric;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.CustomWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * The CloudWatch dashboard: the views of the inventory, then the metrics for operators, which are
 * sweeps, their results, functions and queues.
 */
final class OperationsDashboard extends Construct {
  private static final int WIDTH = 8;
  private static final int HALF = 12;
  private static final int FULL = 24;
  private static final int HEIGHT = 12;

  OperationsDashboard(
      Construct scope, MetricFactory metrics, Duration period, Monitoring.Parts parts) {
    super(scope, "Operations");
    Dashboard.Builder.create(this, "Dashboard")
        .widgets(
            List.of(
                List.of(view(View.OVERVIEW, FULL, parts)),
                List.of(view(View.CHANGES, FULL, parts)),
                List.of(view(View.INVENTORY, HALF, parts), view(View.MODELS, HALF, parts)),
                List.of(view(View.COST, HALF, parts), view(View.COVERAGE, HALF, parts)),
                List.of(
                    own(
                        "Age of the oldest complete observation (seconds)",
                        metrics,
                        "Maximum",
                        period,
                        Metric.OLDEST_COMPLETE_SWEEP_AGE),
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
                    own(
                        "Stale and newly refused scopes",
                        metrics,
                        "Maximum",
                        period,
                        Metric.STALE_SCOPES,
                        Metric.NEWLY_REFUSED_SCOPES),
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
                                parts.feed().function(),
                                parts.dashboard().function())
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
                    own("Tampering", metrics, "Sum", period, Metric.HISTORY_TAMPERED)),
                List.of(
                    own("Targets lost (%)", metrics, "Maximum", period, Metric.TARGETS_LOST),
                    own(
                        "Changes found by sweeps, and by events",
                        metrics,
                        "Sum",
                        period,
                        Metric.CHANGES_WITHOUT_AUTHOR,
                        Metric.CHANGES_WITH_AUTHOR),
                    own(
                        "Heartbeats, and most deletions in an account",
                        metrics,
                        "Maximum",
                        period,
                        Metric.HEARTBEATS,
                        Metric.MOST_DELETIONS)),
                List.of(
                    own(
                        "Accounts of the organization, added and removed",
                        metrics,
                        "Sum",
                        period,
                        Metric.ACCOUNTS_ADDED,
                        Metric.ACCOUNTS_REMOVED))))
        .build();
  }

  private static IWidget view(View view, int width, Monitoring.Parts parts) {
    return CustomWidget.Builder.create()
        .title(view.title())
        .functionArn(parts.dashboard().function().alias().getFunctionArn())
        .params(Map.of(ViewParameter.VIEW.key(), view.key()))
        .width(width)
        .height(HEIGHT)
        .updateOnResize(false)
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
