package dev.bedrockinventory.functions;

import dev.bedrockinventory.aws.Parallel;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Sends messages to one queue, and releases received ones. Thread-safe, as its client is. */
final class QueueSender {
  /** The maximum number of messages of one batch (limit of SendMessageBatch). */
  private static final int BATCH = 10;

  private static final int ATTEMPTS = 3;

  private final SqsClient sqs;
  private final String url;

  QueueSender(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  /**
   * One message to be sent.
   *
   * @param name its name in error messages
   * @param content the message; its id is replaced
   */
  record Message(String name, SendMessageBatchRequestEntry content) {}

  /**
   * Sends the messages, several batches at the same time. The messages of one group may arrive in
   * another order. A batch may succeed in part: refused entries are sent again, twice.
   *
   * @return the messages that the queue finally refused, one line each
   */
  List<String> send(List<Message> messages) {
    var batches =
        IntStream.iterate(0, from -> from < messages.size(), from -> from + BATCH)
            .mapToObj(from -> messages.subList(from, Math.min(from + BATCH, messages.size())))
            .toList();
    return Parallel.map(batches, this::sendBatch).stream().flatMap(List::stream).toList();
  }

  /** Makes a received message visible again after the pause, in whole seconds. */
  void release(String receiptHandle, Duration pause) {
    sqs.changeMessageVisibility(
        ChangeMessageVisibilityRequest.builder()
            .queueUrl(url)
            .receiptHandle(receiptHandle)
            .visibilityTimeout(Math.toIntExact(pause.toSeconds()))
            .build());
  }

  /** The entries' ids are the messages' indexes in the batch. */
  private List<String> sendBatch(List<Message> batch) {
    var waiting = IntStream.range(0, batch.size()).mapToObj(Integer::toString).toList();
    List<BatchResultErrorEntry> failed = List.of();
    for (var attempt = 0; attempt < ATTEMPTS && !waiting.isEmpty(); attempt++) {
      var entries =
          waiting.stream().map(id -> message(batch, id).content().toBuilder().id(id).build());
      failed =
          sqs.sendMessageBatch(
                  SendMessageBatchRequest.builder().queueUrl(url).entries(entries.toList()).build())
              .failed();
      waiting = failed.stream().map(BatchResultErrorEntry::id).toList();
    }
    return failed.stream()
        .map(failure ->
            "%s: %s %s"
                .formatted(message(batch, failure.id()).name(), failure.code(), failure.message()))
        .toList();
  }

  private static Message message(List<Message> batch, String id) {
    return batch.get(Integer.parseInt(id));
  }
}
