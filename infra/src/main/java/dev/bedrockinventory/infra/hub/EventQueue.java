package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.construct.QueueWithDeadLetters;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * The standard queue of CloudTrail events and of polls of import jobs. Its dead-letter queue also
 * receives the events that EventBridge could not deliver.
 */
final class EventQueue extends Construct {
  /** The timeout of the function: three times that of one Bedrock call. */
  static final Duration TIMEOUT = Duration.seconds(180);

  /** Six times the function's timeout, as AWS recommends for queues that invoke functions. */
  private static final Duration VISIBILITY = Duration.seconds(1080);

  /** After this time the next sweep has found the change; only the author is lost. */
  private static final Duration RETENTION = Duration.days(4);

  /** The pauses grow from seconds to minutes: about 45 minutes in all. */
  private static final int MAX_RECEIVE_COUNT = 8;

  private final QueueWithDeadLetters queues;

  EventQueue(Construct scope, DataKey key) {
    super(scope, "EventQueue");
    queues =
        QueueWithDeadLetters.create(
            this,
            "Event",
            MAX_RECEIVE_COUNT,
            UnaryOperator.identity(),
            queue -> queue.visibilityTimeout(VISIBILITY).retentionPeriod(RETENTION),
            key.key());
  }

  Queue queue() {
    return queues.queue();
  }

  Queue deadLetters() {
    return queues.deadLetters();
  }

  /** Allows only these rules to send, to the dead-letter queue too. */
  void allow(List<CfnRule> rules) {
    QueueWithDeadLetters.allowRules(queue(), rules);
    QueueWithDeadLetters.allowRules(deadLetters(), rules);
  }
}
