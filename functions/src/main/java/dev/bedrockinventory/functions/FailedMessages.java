package dev.bedrockinventory.functions;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Returns failed messages to their queue, to be delivered again soon: the queue's own visibility
 * timeout is meant for crashes, and is minutes long.
 */
final class FailedMessages {
  private static final Logger LOG = LoggerFactory.getLogger(FailedMessages.class);

  /** Each pause is this many times as long as the one before. */
  private static final int GROWTH = 4;

  private static final Duration LONGEST = Duration.ofMinutes(12);

  private final QueueSender queue;
  private final Duration first;

  /**
   * The failed messages of a queue.
   *
   * @param first the pause after the first failure
   */
  FailedMessages(QueueSender queue, Duration first) {
    this.queue = queue;
    this.first = first;
  }

  /** The response to a batch of which these messages failed. */
  SQSBatchResponse response(List<SQSMessage> failed) {
    failed.forEach(this::release);
    return new SQSBatchResponse(
        failed.stream().map(message -> new BatchItemFailure(message.getMessageId())).toList());
  }

  private void release(SQSMessage message) {
    try {
      queue.release(message.getReceiptHandle(), pause(message));
    } catch (SdkException e) {
      LOG.warn("message returns late", entry("messageId", message.getMessageId()), e);
    }
  }

  private Duration pause(SQSMessage message) {
    var received =
        Optional.ofNullable(message.getAttributes())
            .orElse(Map.of())
            .get("ApproximateReceiveCount");
    var pause = first;
    for (var count = Optional.ofNullable(received).map(Integer::valueOf).orElse(1);
        count > 1 && pause.compareTo(LONGEST) < 0;
        count--) {
      pause = pause.multipliedBy(GROWTH);
    }
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
