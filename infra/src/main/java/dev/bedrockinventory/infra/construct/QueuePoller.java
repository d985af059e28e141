package dev.bedrockinventory.infra.construct;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** The event source mapping from a queue to a function. */
public final class QueuePoller {
  /** Why a function that only a queue calls needs no dead-letter queue. */
  public static final String FAILURES =
      "Only a queue calls it, and that queue has a dead-letter queue.";

  /** A burst of events arrives within about a second. */
  private static final Duration WINDOW = Duration.seconds(1);

  private QueuePoller() {}

  /**
   * Creates the mapping from a queue that has a dead-letter queue. Its logical id is fixed: Lambda
   * rejects a second mapping from the same queue to a function, so CloudFormation cannot replace
   * it.
   *
   * @param logicalId the logical id of the mapping
   * @param batch the maximum number of messages of one call; 1: a message that takes long, or
   *     crashes the function, does not delay or fail others
   */
  public static void create(
      Construct scope,
      String logicalId,
      InventoryFunction function,
      Queue queue,
      int maxConcurrency,
      int batch) {
    var mapping =
        EventSourceMapping.Builder.create(scope, "Poller")
            .target(function.alias())
            .eventSourceArn(queue.getQueueArn())
            .batchSize(batch)
            .reportBatchItemFailures(true)
            .maxConcurrency(maxConcurrency);
    if (batch > 1) {
      mapping.maxBatchingWindow(WINDOW);
    }
    var poller = mapping.build();
    LogicalIds.freeze(poller, logicalId);
    AcceptedFindings.finding(
        poller,
        "Serverless-LambdaEventSourceMappingDestination",
        "Messages that fail go to the queue's dead-letter queue.");
  }

  /** The permission to shorten the visibility of a message that failed. */
  public static Permission releasePermission(Queue queue) {
    return Permission.exact(
        "ReleaseMessage", List.of("sqs:ChangeMessageVisibility"), queue.getQueueArn());
  }

  /** The permission that the function's role needs for the mapping. */
  public static Permission permission(Queue queue) {
    return Permission.exact(
        Permission.PLATFORM + "Poller",
        List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
        queue.getQueueArn());
  }
}
