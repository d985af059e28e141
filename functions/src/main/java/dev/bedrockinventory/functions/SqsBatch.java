package dev.bedrockinventory.functions;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.function.Predicate;

/** A batch of messages, each handled independently. */
final class SqsBatch {
  private SqsBatch() {}

  /** Handles each message and returns those to deliver again. */
  static SQSBatchResponse handle(SQSEvent event, Predicate<SQSMessage> isHandled) {
    return new SQSBatchResponse(
        event.getRecords().stream()
            .filter(isHandled.negate())
            .map(message -> new BatchItemFailure(message.getMessageId()))
            .toList());
  }
}
