package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.construct.InventoryFunction;
import dev.bedrockinventory.infra.construct.LogicalIds;
import dev.bedrockinventory.infra.construct.MetricFactory;
import dev.bedrockinventory.infra.construct.ServicePermission;
import dev.bedrockinventory.settings.Metric;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** The alarms, the SNS topic that they all publish to, and the dashboard. */
final class Monitoring extends Construct {
  private static final Duration HOUR = Duration.hours(1);
  private static final Duration FIVE_MINUTES = Duration.minutes(5);

  /** For how many spans of two periods in a row sweeps are denied before the alarm is raised. */
  private static final int REFUSED_SPANS = 2;

  /**
   * Longer than all deliveries of a message, each of which takes at most its visibility timeout.
   */
  private static final int OLD_EVENT_SECONDS = 3_600;

  private static final int OLD_CHANGE_MILLIS = 15 * 60 * 1_000;

  /** The share of the targets that may be removed within a day without an alarm, in percent. */
  private static final int LOST_PERCENT = 10;

  private static final String DEAD_LETTER =
      "A message failed too often and is in the dead-letter queue.";

  private final Topic topic;

  /** The parts of the system that the alarms and the dashboard monitor. */
  record Parts(
      PlanFunction plan,
      SweepQueue sweepQueue,
      SweepFunction sweeps,
      EventQueue eventQueue,
      RefreshFunction refreshes,
      FeedFunction feed,
      DashboardFunction dashboard) {}

  Monitoring(Construct scope, DeploymentConfig deployment, Parts parts) {
    super(scope, "Watch");
    topic = createTopic();
    var metrics = new MetricFactory(deployment.stack());
    var schedule = deployment.schedule();
    // A single period may contain no plan, since the schedule has a flexible time window.
    var twoPeriods = Duration.seconds(schedule.twoPeriodsSeconds());
    alarm(
        "OldestCompleteLook",
        metrics.of(Metric.OLDEST_COMPLETE_SWEEP_AGE, "Maximum", twoPeriods),
        new Limit(schedule.threePeriodsSeconds(), 1, TreatMissingData.BREACHING),
        "No plan was made for two periods, or a scope had no complete observation for three.");
    addTargetAlarms(metrics, twoPeriods);
    alarm(
        "RefusedSweeps",
        metrics.of(Metric.SWEEPS_REFUSED, "Sum", twoPeriods),
        new Limit(0, REFUSED_SPANS, TreatMissingData.NOT_BREACHING),
        "Bedrock denied or throttled sweeps, or was unavailable, repeatedly.");
    alarm(
        "ApiDrift",
        metrics.of(Metric.UNMODELLED_MEMBERS, "Maximum", HOUR),
        Limit.ZERO,
        "Bedrock returns members that this version does not model (schema drift).");
    alarm(
        "MassDeletion",
        metrics.of(Metric.DELETIONS_RECORDED, "Sum", HOUR),
        new Limit(deployment.massDeletion() - 1, 1, TreatMissingData.NOT_BREACHING),
        "Many deletions were recorded within an hour.");
    alarm(
        "HistoryTampered",
        metrics.of(Metric.HISTORY_TAMPERED, "Sum", FIVE_MINUTES),
        Limit.ZERO,
        "An item of the table was changed in a way that the inventory never does.");
    addPlanAlarms(parts.plan());
    addSweepAlarms(parts.sweeps(), parts.sweepQueue());
    addRefreshAlarms(parts.refreshes(), parts.eventQueue());
    addFeedAlarms(parts.feed());
    new OperationsDashboard(this, metrics, Duration.seconds(schedule.seconds()), parts);
  }

  Topic topic() {
    return topic;
  }

  private void addTargetAlarms(MetricFactory metrics, Duration span) {
    alarm(
        "TargetProblems",
        metrics.of(Metric.TARGET_PROBLEMS, "Maximum", span),
        Limit.ZERO,
        "A part of the target parameters is not valid: its accounts are not swept.");
    alarm(
        "TargetsLost",
        metrics.of(Metric.TARGETS_LOST, "Maximum", span),
        new Limit(LOST_PERCENT, 1, TreatMissingData.NOT_BREACHING),
        "More than a tenth of the accounts or scopes of the last day is no longer planned.");
    alarm(
        "DamagedScopes",
        metrics.of(Metric.DAMAGED_SCOPES, "Maximum", span),
        Limit.ZERO,
        "Items among the scopes are damaged or not the inventory's. They are left out.");
  }

  private void addPlanAlarms(PlanFunction plan) {
    functionAlarms("Planner", plan.function());
    messageAlarm("PlannerDeadLetters", plan.deadLetters(), DEAD_LETTER);
  }

  private void addSweepAlarms(SweepFunction sweeps, SweepQueue queue) {
    functionAlarms("Sweep", sweeps.function());
    messageAlarm("SweepDeadLetters", queue.deadLetters(), DEAD_LETTER);
  }

  private void addRefreshAlarms(RefreshFunction refreshes, EventQueue queue) {
    functionAlarms("Refresh", refreshes.function());
    messageAlarm("EventDeadLetters", queue.deadLetters(), DEAD_LETTER);
    alarm(
        "EventsWaiting",
        queue.queue().metricApproximateAgeOfOldestMessage(every(FIVE_MINUTES, "Maximum")),
        new Limit(OLD_EVENT_SECONDS, 1, TreatMissingData.NOT_BREACHING),
        "The oldest event has waited for more than an hour: the queue is not being read.");
  }

  private void addFeedAlarms(FeedFunction feed) {
    functionAlarms("Feed", feed.function());
    messageAlarm(
        "FeedFailures",
        feed.failures(),
        "Recorded changes could not be published. Their stream positions are in the queue.");
    alarm(
        "FeedLag",
        feed.function().function().metric("IteratorAge", every(FIVE_MINUTES, "Maximum")),
        new Limit(OLD_CHANGE_MILLIS, 1, TreatMissingData.NOT_BREACHING),
        "The oldest unpublished change is older than 15 minutes.");
  }

  private void messageAlarm(String name, Queue queue, String meaning) {
    alarm(
        name,
        queue.metricApproximateNumberOfMessagesVisible(every(FIVE_MINUTES, "Maximum")),
        Limit.ZERO,
        meaning);
  }

  private void functionAlarms(String name, InventoryFunction function) {
    alarm(
        name + "Errors",
        function.function().metricErrors(every(FIVE_MINUTES, "Sum")),
        Limit.ZERO,
        "The function crashed or timed out.");
    alarm(
        name + "Throttles",
        function.function().metricThrottles(every(FIVE_MINUTES, "Sum")),
        Limit.ZERO,
        "Lambda throttled the function: the account's concurrency is used up.");
  }

  private void alarm(String id, IMetric metric, Limit limit, String meaning) {
    Alarm.Builder.create(this, id)
        .metric(metric)
        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
        .threshold(limit.threshold())
        .evaluationPeriods(limit.periods())
        .treatMissingData(limit.missing())
        .alarmDescription(meaning + " Checks and fixes: docs/operations.md, section " + id + ".")
        .build()
        .addAlarmAction(new SnsAction(topic));
  }

  /** The policy replaces the default policy of the topic, so it must allow CloudWatch. */
  private Topic createTopic() {
    var created = Topic.Builder.create(this, "Alarms").enforceSsl(true).build();
    LogicalIds.freeze(created, "AlarmTopic");
    created.addToResourcePolicy(
        new ServicePermission(
                "AlarmsOfThisAccount",
                "cloudwatch.amazonaws.com",
                "sns:Publish",
                created.getTopicArn())
            .forAccount(Stack.of(this).getAccount()));
    return created;
  }

  private static MetricOptions every(Duration period, String statistic) {
    return MetricOptions.builder().period(period).statistic(statistic).build();
  }

  /**
   * The condition of an alarm.
   *
   * @param threshold the value that must be exceeded
   * @param periods for how many periods in a row
   * @param missing how a period without data is treated
   */
  private record Limit(int threshold, int periods, TreatMissingData missing) {
    /** More than zero, once. */
    static final Limit ZERO = new Limit(0, 1, TreatMissingData.NOT_BREACHING);
  }
}
