package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.construct.AcceptedFindings;
import dev.bedrockinventory.infra.construct.LogicalIds;
import dev.bedrockinventory.infra.construct.RuleDelivery;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * The standard queue that events travel through, and the polls of import jobs. Its dead-letter
 * queue also takes what EventBridge could not deliver to it.
 */
public final class EventQueue extends Construct {
  /** How long the function may take for a message: twice as long as one call of Bedrock may. */
  public static final Duration TIMEOUT = Duration.seconds(120);

  /** Six times the function's timeout, as AWS advises for queues that call functions. */
  private static final Duration VISIBILITY = Duration.seconds(720);

  /** An event that waited longer tells nothing that sweeps have not found; who did it, it does. */
  private static final Duration RETENTION = Duration.days(4);

  private static final Duration DEAD_RETENTION = Duration.days(14);
  private static final int RECEIVES = 4;

  private final Queue queue;
  private final Queue deadLetters;

  public EventQueue(Construct scope) {
    super(scope, "EventQueue");
    deadLetters =
        Queue.Builder.create(this, "DeadLetters")
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .retentionPeriod(DEAD_RETENTION)
            .build();
    queue =
        Queue.Builder.create(this, "Queue")
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .visibilityTimeout(VISIBILITY)
            .retentionPeriod(RETENTION)
            .deadLetterQueue(
                DeadLetterQueue.builder().queue(deadLetters).maxReceiveCount(RECEIVES).build())
            .build();
    AcceptedFindings.finding(
        deadLetters, "Serverless-SQSRedrivePolicy", "It is itself the dead-letter queue.");
    LogicalIds.freeze(deadLetters, "EventDeadLetters");
    LogicalIds.freeze(queue, "EventQueue");
  }

  public Queue queue() {
    return queue;
  }

  public Queue deadLetters() {
    return deadLetters;
  }

  /** Lets these rules send, and no others. */
  public void accept(List<CfnRule> rules) {
    Stream.of(queue, deadLetters).forEach(receiver -> RuleDelivery.allow(receiver, rules));
  }
}
