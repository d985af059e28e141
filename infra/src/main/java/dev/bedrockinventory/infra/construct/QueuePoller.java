package dev.bedrockinventory.infra.construct;

import java.util.List;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * The event source mapping from a queue to a function. It delivers one message at a time: a message
 * that takes long, or crashes the function, does not delay or fail others.
 */
public final class QueuePoller {
  /** Why a function that only a queue calls needs no dead-letter queue. */
  public static final String FAILURES =
      "Only a queue calls it, and that queue has a dead-letter queue.";

  private QueuePoller() {}

  /** Creates the mapping from a queue that has a dead-letter queue. */
  public static void create(
      Construct scope, InventoryFunction function, Queue queue, int maxConcurrency) {
    var poller =
        EventSourceMapping.Builder.create(scope, "Poller")
            .target(function.alias())
            .eventSourceArn(queue.getQueueArn())
            .batchSize(1)
            .reportBatchItemFailures(true)
            .maxConcurrency(maxConcurrency)
            .build();
    AcceptedFindings.finding(
        poller,
        "Serverless-LambdaEventSourceMappingDestination",
        "Messages that fail go to the queue's dead-letter queue.");
  }

  /** The permission that the function's role needs for the mapping. */
  public static Permission permission(Queue queue) {
    return Permission.exact(
        Permission.PLATFORM + "Poller",
        List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
        queue.getQueueArn());
  }
}
