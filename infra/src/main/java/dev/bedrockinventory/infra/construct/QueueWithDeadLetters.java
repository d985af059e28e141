package dev.bedrockinventory.infra.construct;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * An encrypted SQS queue and its dead-letter queue.
 *
 * @param queue the queue
 * @param deadLetters the queue of the messages that failed too often
 */
public record QueueWithDeadLetters(Queue queue, Queue deadLetters) {
  /** The longest retention that SQS supports. */
  private static final Duration DEAD_LETTER_RETENTION = Duration.days(14);

  private static final String REDRIVE_RULE = "Serverless-SQSRedrivePolicy";

  /**
   * Creates both queues.
   *
   * @param name the start of the logical ids {@code nameQueue} and {@code nameDeadLetters}
   * @param maxReceiveCount how many times a message is received before it is a dead letter
   * @param type what both queues have in common, such as FIFO
   * @param settings what only the queue itself has
   * @param key the customer managed key; absent for the key of SQS
   */
  public static QueueWithDeadLetters create(
      Construct scope,
      String name,
      int maxReceiveCount,
      UnaryOperator<Queue.Builder> type,
      UnaryOperator<Queue.Builder> settings,
      Optional<IKey> key) {
    var deadLetters =
        build(
            type.apply(encrypted(scope, "DeadLetters", key)).retentionPeriod(DEAD_LETTER_RETENTION),
            key);
    var queue =
        build(
            settings
                .apply(type.apply(encrypted(scope, "Queue", key)))
                .deadLetterQueue(
                    DeadLetterQueue.builder()
                        .queue(deadLetters)
                        .maxReceiveCount(maxReceiveCount)
                        .build()),
            key);
    AcceptedFindings.finding(deadLetters, REDRIVE_RULE, "It is itself the dead-letter queue.");
    LogicalIds.freeze(deadLetters, name + "DeadLetters");
    LogicalIds.freeze(queue, name + "Queue");
    return new QueueWithDeadLetters(queue, deadLetters);
  }

  /** Creates a dead-letter queue of a source that is not a queue. */
  public static Queue deadLetters(Construct scope, String id, String reason, Optional<IKey> key) {
    var deadLetters = build(encrypted(scope, id, key).retentionPeriod(DEAD_LETTER_RETENTION), key);
    AcceptedFindings.finding(deadLetters, "AwsSolutions-SQS3", reason);
    AcceptedFindings.finding(deadLetters, REDRIVE_RULE, reason);
    return deadLetters;
  }

  /** Allows only these EventBridge rules to send events to a queue. */
  public static void allowRules(Queue queue, List<CfnRule> rules) {
    var sources = rules.stream().map(CfnRule::getAttrArn).toList();
    queue.addToResourcePolicy(
        new ServicePermission(
                "EventsOfTheRules", "events.amazonaws.com", "sqs:SendMessage", queue.getQueueArn())
            .forSources(sources));
  }

  private static Queue.Builder encrypted(Construct scope, String id, Optional<IKey> key) {
    var queue = Queue.Builder.create(scope, id).enforceSsl(true);
    return key.map(master -> queue.encryption(QueueEncryption.KMS).encryptionMasterKey(master))
        .orElseGet(() -> queue.encryption(QueueEncryption.SQS_MANAGED));
  }

  private static Queue build(Queue.Builder builder, Optional<IKey> key) {
    var queue = builder.build();
    if (key.isEmpty()) {
      ScannerAnswers.withoutOwnKey(queue, "CKV_AWS_27", "SQS encrypts the queue with its own key");
    }
    return queue;
  }
}
