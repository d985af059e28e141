package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.construct.AlarmFactory;
import dev.bedrockinventory.infra.construct.AlarmFactory.Limit;
import dev.bedrockinventory.infra.construct.InventoryFunction;
import dev.bedrockinventory.infra.construct.LogicalIds;
import dev.bedrockinventory.infra.construct.MetricFactory;
import dev.bedrockinventory.infra.construct.ScannerAnswers;
import dev.bedrockinventory.infra.construct.ServicePermission;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** The alarms, the SNS topic that they all publish to, and the dashboard. */
final class Monitoring extends Construct {
  private static final Duration FIVE_MINUTES = Duration.minutes(5);

  /**
   * Longer than all deliveries of a message, each of which takes at most its visibility timeout.
   */
  private static final int OLD_EVENT_SECONDS = 3_600;

  private static final int OLD_CHANGE_MILLIS = 15 * 60 * 1_000;

  private static final String DEAD_LETTER =
      "A message failed too often and is in the dead-letter queue.";

  private final Topic topic;
  private final AlarmFactory alarms;

  /** The parts of the system that the alarms and the dashboard monitor. */
  record Parts(
      PlanFunction plan,
      SweepQueue sweepQueue,
      SweepFunction sweeps,
      EventQueue eventQueue,
      RefreshFunction refreshes,
      FeedFunction feed,
      DashboardFunction dashboard) {}

  Monitoring(Construct scope, DeploymentConfig deployment, DataKey key, Parts parts) {
    super(scope, "Watch");
    topic = createTopic(key);
    var metrics = new MetricFactory(deployment.stack());
    alarms = new AlarmFactory(this, topic);
    new ScopeAlarms(alarms, metrics, deployment).create();
    addPlanAlarms(parts.plan());
    addSweepAlarms(parts.sweeps(), parts.sweepQueue());
    addRefreshAlarms(parts.refreshes(), parts.eventQueue());
    addFeedAlarms(parts.feed());
    new OperationsDashboard(
        this, metrics, Duration.seconds(deployment.schedule().seconds()), parts);
  }

  Topic topic() {
    return topic;
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
    alarms.create(
        "EventsWaiting",
        queue.queue().metricApproximateAgeOfOldestMessage(every(FIVE_MINUTES, "Maximum")),
        Limit.over(OLD_EVENT_SECONDS),
        "The oldest event has waited for more than an hour: the queue is not being read.");
  }

  private void addFeedAlarms(FeedFunction feed) {
    functionAlarms("Feed", feed.function());
    messageAlarm(
        "FeedFailures",
        feed.failures(),
        "Recorded changes could not be published. Their stream positions are in the queue.");
    alarms.create(
        "FeedLag",
        feed.function().function().metric("IteratorAge", every(FIVE_MINUTES, "Maximum")),
        Limit.over(OLD_CHANGE_MILLIS),
        "The oldest unpublished change is older than 15 minutes.");
  }

  private void messageAlarm(String name, Queue queue, String meaning) {
    alarms.create(
        name,
        queue.metricApproximateNumberOfMessagesVisible(every(FIVE_MINUTES, "Maximum")),
        Limit.ZERO,
        meaning);
  }

  private void functionAlarms(String name, InventoryFunction function) {
    alarms.create(
        name + "Errors",
        function.function().metricErrors(every(FIVE_MINUTES, "Sum")),
        Limit.ZERO,
        "The function crashed or timed out.");
    alarms.create(
        name + "Throttles",
        function.function().metricThrottles(every(FIVE_MINUTES, "Sum")),
        Limit.ZERO,
        "Lambda throttled the function: the account's concurrency is used up.");
  }

  /** The policy replaces the default policy of the topic, so it must allow CloudWatch. */
  private Topic createTopic(DataKey key) {
    var builder = Topic.Builder.create(this, "Alarms").enforceSsl(true);
    key.key().ifPresent(builder::masterKey);
    var created = builder.build();
    LogicalIds.freeze(created, "AlarmTopic");
    if (key.key().isEmpty()) {
      ScannerAnswers.withoutOwnKey(
          created,
          "CKV_AWS_26",
          "Alarms contain nothing of the inventory, and CloudWatch may not use the key of SNS that"
              + " AWS manages");
    }
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
}
