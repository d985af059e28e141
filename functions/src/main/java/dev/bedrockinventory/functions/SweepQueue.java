package dev.bedrockinventory.functions;

import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The FIFO queue of sweeps. Thread-safe, as its client is. */
final class SweepQueue {
  private static final int RETRY_SECONDS = 30;

  private final SqsClient sqs;
  private final String url;

  SweepQueue(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  /**
   * Sends the tasks. They are safe to send again later, since a task has one deduplication id.
   *
   * @return the messages that the queue finally refused, one line each
   */
  List<String> send(List<SweepTask> tasks) {
    return new SqsSender(sqs, url).send(tasks.stream().map(SweepQueue::letter).toList());
  }

  /** Makes a failed message visible again soon, so that its group continues. */
  void releaseSoon(String receiptHandle) {
    sqs.changeMessageVisibility(
        ChangeMessageVisibilityRequest.builder()
            .queueUrl(url)
            .receiptHandle(receiptHandle)
            .visibilityTimeout(RETRY_SECONDS)
            .build());
  }

  private static SqsSender.Letter letter(SweepTask task) {
    return new SqsSender.Letter(
        task.scope().toString(),
        SendMessageBatchRequestEntry.builder()
            .messageBody(task.json())
            .messageGroupId(task.groupId())
            .messageDeduplicationId(task.deduplicationId())
            .build());
  }
}
