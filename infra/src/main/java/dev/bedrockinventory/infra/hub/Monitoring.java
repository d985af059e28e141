package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.construct.InventoryFunction;
import dev.bedrockinventory.infra.construct.LogicalIds;
import dev.bedrockinventory.infra.construct.MetricFactory;
import dev.bedrockinventory.settings.Metric;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** The alarms, the topic that they all tell, and the dashboard. */
public final class Monitoring extends Construct {
  private static final Duration HOUR = Duration.hours(1);
  private static final Duration FIVE_MINUTES = Duration.minutes(5);

  /** In so many spans of two periods in a row looks are refused before somebody should look. */
  private static final int REFUSALS = 2;

  /** Longer than all attempts at a message take, each as long as its visibility. */
  private static final int OLD_EVENT_SECONDS = 3_600;

  private static final int OLD_CHANGE_MILLIS = 15 * 60 * 1_000;

  private static final String GIVEN_UP =
      "A message was given up and waits in the dead-letter queue.";

  private final Topic topic;

  /** The parts of the system that the alarms and the dashboard monitor. */
  record Parts(
      PlanFunction plan,
      SweepQueue sweepQueue,
      SweepFunction sweeps,
      EventQueue eventQueue,
      RefreshFunction refreshes,
      FeedFunction feed) {}

  public Monitoring(Construct scope, DeploymentConfig deployment, Parts parts) {
    super(scope, "Watch");
    topic = makeTopic();
    var gauge = new MetricFactory(deployment.stack());
    var period = deployment.period();
    // In a single period there may be no look, since neither plans nor tasks come on the second.
    var twice = Duration.seconds(period.twoPeriodsSeconds());
    alarm(
        "OldestCompleteLook",
        gauge.of(Metric.OLDEST_COMPLETE_LOOK_AGE, "Maximum", twice),
        new Limit(period.threePeriodsSeconds(), 1, TreatMissingData.BREACHING),
        "No plan was made, or a scope was not completely looked at for three periods.");
    alarm(
        "RefusedSweeps",
        gauge.of(Metric.SWEEPS_REFUSED, "Sum", twice),
        new Limit(0, REFUSALS, TreatMissingData.NOT_BREACHING),
        "Bedrock refuses looks, time after time.");
    alarm(
        "ApiDrift",
        gauge.of(Metric.UNMODELLED_MEMBERS, "Maximum", HOUR),
        Limit.NONE,
        "Bedrock's API returns members that this version does not know.");
    alarm(
        "MassDeletion",
        gauge.of(Metric.DELETIONS_RECORDED, "Sum", HOUR),
        new Limit(deployment.massDeletion() - 1, 1, TreatMissingData.NOT_BREACHING),
        "Many resources were deleted within an hour.");
    alarm(
        "HistoryTampered",
        gauge.of(Metric.HISTORY_TAMPERED, "Sum", FIVE_MINUTES),
        Limit.NONE,
        "A revision was changed or removed in the table; nothing of the inventory does that.");
    watchPlanner(parts.plan());
    watchSweeps(parts.sweeps(), parts.sweepQueue());
    watchRefreshes(parts.refreshes(), parts.eventQueue());
    watchFeed(parts.feed());
    new OperationsDashboard(this, gauge, Duration.seconds(period.seconds()), parts);
  }

  public Topic topic() {
    return topic;
  }

  private void watchPlanner(PlanFunction plan) {
    alarms("Planner", plan.function());
    givenUp("PlannerDeadLetters", plan.deadLetters(), GIVEN_UP);
  }

  private void watchSweeps(SweepFunction sweeps, SweepQueue queue) {
    alarms("Sweep", sweeps.function());
    givenUp("SweepDeadLetters", queue.deadLetters(), GIVEN_UP);
  }

  private void watchRefreshes(RefreshFunction refreshes, EventQueue queue) {
    alarms("Refresh", refreshes.function());
    givenUp("EventDeadLetters", queue.deadLetters(), GIVEN_UP);
    alarm(
        "EventsWaiting",
        queue.queue().metricApproximateAgeOfOldestMessage(every(FIVE_MINUTES, "Maximum")),
        new Limit(OLD_EVENT_SECONDS, 1, TreatMissingData.NOT_BREACHING),
        "Events wait longer than all attempts at one take: nobody reads the queue.");
  }

  private void watchFeed(FeedFunction feed) {
    alarms("Feed", feed.function());
    givenUp(
        "FeedFailures",
        feed.failures(),
        "Changes were recorded and could not be told; their positions wait in the queue.");
    alarm(
        "FeedLag",
        feed.function().function().metric("IteratorAge", every(FIVE_MINUTES, "Maximum")),
        new Limit(OLD_CHANGE_MILLIS, 1, TreatMissingData.NOT_BREACHING),
        "Changes are told late: the stream is read, and its records fail.");
  }

  private void givenUp(String name, Queue queue, String meaning) {
    alarm(
        name,
        queue.metricApproximateNumberOfMessagesVisible(every(FIVE_MINUTES, "Maximum")),
        Limit.NONE,
        meaning);
  }

  private void alarms(String name, InventoryFunction function) {
    alarm(
        name + "Errors",
        function.function().metricErrors(every(FIVE_MINUTES, "Sum")),
        Limit.NONE,
        "The function crashed or timed out.");
    alarm(
        name + "Throttles",
        function.function().metricThrottles(every(FIVE_MINUTES, "Sum")),
        Limit.NONE,
        "Lambda refused calls of the function: the account's concurrency is used up.");
  }

  private void alarm(String id, IMetric metric, Limit limit, String meaning) {
    Alarm.Builder.create(this, id)
        .metric(metric)
        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
        .threshold(limit.threshold())
        .evaluationPeriods(limit.periods())
        .treatMissingData(limit.missing())
        .alarmDescription(meaning + " First move: docs/operations.md, alarm " + id + ".")
        .build()
        .addAlarmAction(new SnsAction(topic));
  }

  /** The topic's own policy replaces the default one, so that CloudWatch has to be let in. */
  private Topic makeTopic() {
    var made = Topic.Builder.create(this, "Alarms").enforceSsl(true).build();
    LogicalIds.freeze(made, "AlarmTopic");
    made.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("AlarmsOfThisAccount")
            .effect(Effect.ALLOW)
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(made.getTopicArn()))
            .conditions(
                Map.of("StringEquals", Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
            .build());
    return made;
  }

  private static MetricOptions every(Duration period, String statistic) {
    return MetricOptions.builder().period(period).statistic(statistic).build();
  }

  /**
   * When an alarm is raised.
   *
   * @param threshold what must be exceeded
   * @param periods how often in a row
   * @param missing what it means that nothing was measured
   */
  private record Limit(int threshold, int periods, TreatMissingData missing) {
    /** One is too many. */
    static final Limit NONE = new Limit(0, 1, TreatMissingData.NOT_BREACHING);
  }
}
