package dev.bedrockinventory.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Sends messages to one queue, in batches. Thread-safe, as its client is. */
final class SqsSender {
  /** The maximum number of messages of one batch (limit of SendMessageBatch). */
  private static final int BATCH = 10;

  private static final int ATTEMPTS = 3;

  private final SqsClient sqs;
  private final String url;

  SqsSender(SqsClient sqs, String url) {
    this.sqs = sqs;
    this.url = url;
  }

  /**
   * One message to be sent.
   *
   * @param name its name in messages
   * @param content the message; its id is replaced
   */
  record Letter(String name, SendMessageBatchRequestEntry content) {}

  /**
   * Sends the messages. A batch may succeed in part: refused entries are sent again, twice.
   *
   * @return the messages that the queue finally refused, one line each
   */
  List<String> send(List<Letter> letters) {
    var unsent = new ArrayList<String>();
    for (var from = 0; from < letters.size(); from += BATCH) {
      unsent.addAll(sendBatch(letters.subList(from, Math.min(from + BATCH, letters.size()))));
    }
    return unsent;
  }

  /** The entries' ids are the messages' indexes in the batch. */
  private List<String> sendBatch(List<Letter> batch) {
    var waiting = IntStream.range(0, batch.size()).mapToObj(Integer::toString).toList();
    List<BatchResultErrorEntry> failed = List.of();
    for (var attempt = 0; attempt < ATTEMPTS && !waiting.isEmpty(); attempt++) {
      var entries =
          waiting.stream().map(id -> letter(batch, id).content().toBuilder().id(id).build());
      failed =
          sqs.sendMessageBatch(
                  SendMessageBatchRequest.builder().queueUrl(url).entries(entries.toList()).build())
              .failed();
      waiting = failed.stream().map(BatchResultErrorEntry::id).toList();
    }
    return failed.stream()
        .map(failure ->
            "%s: %s %s"
                .formatted(letter(batch, failure.id()).name(), failure.code(), failure.message()))
        .toList();
  }

  private static Letter letter(List<Letter> batch, String id) {
    return batch.get(Integer.parseInt(id));
  }
}
