package dev.bedrockinventory.functions;

import dev.bedrockinventory.model.Arn;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * The standard queue of events and of polls of import jobs, so that neither waits behind sweeps.
 * Thread-safe, as its client is.
 */
final class EventQueue {
  private final SqsSender outbox;

  EventQueue(SqsClient sqs, String url) {
    outbox = new SqsSender(sqs, url);
  }

  /**
   * Sends a poll of each job. An additional poll has no effect.
   *
   * @return the messages that the queue finally refused, one line each
   */
  List<String> poll(List<Arn> jobs) {
    return outbox.send(jobs.stream().map(EventQueue::letter).toList());
  }

  private static SqsSender.Letter letter(Arn job) {
    return new SqsSender.Letter(
        job.toString(),
        SendMessageBatchRequestEntry.builder()
            .messageBody(new RefreshTask.Poll(job).json())
            .build());
  }
}
