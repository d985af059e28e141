package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.construct.AcceptedFindings;
import dev.bedrockinventory.infra.construct.LogicalIds;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.DeduplicationScope;
import software.amazon.awscdk.services.sqs.FifoThroughputLimit;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** The FIFO queue that sweeps travel through, one group for each account and region. */
public final class SweepQueue extends Construct {
  /** A task that waits longer has been planned again many times. */
  private static final Duration RETENTION = Duration.hours(4);

  /** Longer than a sweep may run; the handler shortens it when a message fails. */
  private static final Duration VISIBILITY = Duration.seconds(960);

  private static final Duration DEAD_RETENTION = Duration.days(14);
  private static final int RECEIVES = 2;

  private final Queue queue;
  private final Queue deadLetters;

  public SweepQueue(Construct scope) {
    super(scope, "SweepQueue");
    deadLetters =
        Queue.Builder.create(this, "DeadLetters")
            .fifo(true)
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .retentionPeriod(DEAD_RETENTION)
            .build();
    queue =
        Queue.Builder.create(this, "Queue")
            .fifo(true)
            .deduplicationScope(DeduplicationScope.MESSAGE_GROUP)
            .fifoThroughputLimit(FifoThroughputLimit.PER_MESSAGE_GROUP_ID)
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .visibilityTimeout(VISIBILITY)
            .retentionPeriod(RETENTION)
            .deadLetterQueue(
                DeadLetterQueue.builder().queue(deadLetters).maxReceiveCount(RECEIVES).build())
            .build();
    AcceptedFindings.finding(
        deadLetters, "Serverless-SQSRedrivePolicy", "It is itself the dead-letter queue.");
    LogicalIds.freeze(deadLetters, "SweepDeadLetters");
    LogicalIds.freeze(queue, "SweepQueue");
  }

  public Queue queue() {
    return queue;
  }

  public Queue deadLetters() {
    return deadLetters;
  }
}
