package dev.bedrockinventory.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The FIFO queue that sweeps travel through. Thread-safe, as its client is. */
final class SweepQueue {
  /** The most messages of one batch, by the limit of SendMessageBatch. */
  private static final int BATCH = 10;

  private static final int ATTEMPTS = 3;
  private static final int RETRY_SECONDS = 30;

  private final SqsClient sqs;
  private final String url;

  SweepQueue(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  /**
   * Sends the tasks. A batch may succeed in part: entries that the queue did not take are sent
   * again, twice, and are safe to send again later, since a task has one deduplication id.
   *
   * @return what the queue did not take to the end, one line each
   */
  List<String> send(List<SweepTask> tasks) {
    var unsent = new ArrayList<String>();
    for (var from = 0; from < tasks.size(); from += BATCH) {
      unsent.addAll(sendBatch(tasks.subList(from, Math.min(from + BATCH, tasks.size()))));
    }
    return unsent;
  }

  /** Lets a message that could not be handled come back soon, so that its group moves on. */
  void releaseSoon(String receiptHandle) {
    sqs.changeMessageVisibility(
        ChangeMessageVisibilityRequest.builder()
            .queueUrl(url)
            .receiptHandle(receiptHandle)
            .visibilityTimeout(RETRY_SECONDS)
            .build());
  }

  /** The entries' ids are the tasks' places in the batch. */
  private List<String> sendBatch(List<SweepTask> batch) {
    var waiting = IntStream.range(0, batch.size()).mapToObj(Integer::toString).toList();
    List<BatchResultErrorEntry> failed = List.of();
    for (var attempt = 0; attempt < ATTEMPTS && !waiting.isEmpty(); attempt++) {
      var entries = waiting.stream().map(id -> entry(id, task(batch, id))).toList();
      failed =
          sqs.sendMessageBatch(
                  SendMessageBatchRequest.builder().queueUrl(url).entries(entries).build())
              .failed();
      waiting = failed.stream().map(BatchResultErrorEntry::id).toList();
    }
    return failed.stream()
        .map(failure ->
            "%s: %s %s"
                .formatted(task(batch, failure.id()).scope(), failure.code(), failure.message()))
        .toList();
  }

  private static SweepTask task(List<SweepTask> batch, String id) {
    return batch.get(Integer.parseInt(id));
  }

  private static SendMessageBatchRequestEntry entry(String id, SweepTask task) {
    return SendMessageBatchRequestEntry.builder()
        .id(id)
        .messageBody(task.json())
        .messageGroupId(task.groupId())
        .messageDeduplicationId(task.deduplicationId())
        .build();
  }
}
