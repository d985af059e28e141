package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.construct.QueueWithDeadLetters;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.DeduplicationScope;
import software.amazon.awscdk.services.sqs.FifoThroughputLimit;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** The FIFO queue of sweep tasks, with one message group for each account and region. */
final class SweepQueue extends Construct {
  /** After this time newer plans have sent the same task again. */
  private static final Duration RETENTION = Duration.hours(4);

  /** Longer than the timeout of a sweep. The handler shortens it if a message fails. */
  private static final Duration VISIBILITY = Duration.seconds(960);

  private static final int MAX_RECEIVE_COUNT = 2;

  private final QueueWithDeadLetters queues;

  SweepQueue(Construct scope, DataKey key) {
    super(scope, "SweepQueue");
    queues =
        QueueWithDeadLetters.create(
            this,
            "Sweep",
            MAX_RECEIVE_COUNT,
            queue -> queue.fifo(true),
            queue ->
                queue
                    .deduplicationScope(DeduplicationScope.MESSAGE_GROUP)
                    .fifoThroughputLimit(FifoThroughputLimit.PER_MESSAGE_GROUP_ID)
                    .visibilityTimeout(VISIBILITY)
                    .retentionPeriod(RETENTION),
            key.key());
  }

  Queue queue() {
    return queues.queue();
  }

  Queue deadLetters() {
    return queues.deadLetters();
  }
}
