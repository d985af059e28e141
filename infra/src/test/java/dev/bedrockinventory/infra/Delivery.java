package dev.bedrockinventory.infra;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.simulator.world.Message;

/** The event of one message of the sweep queue, as Lambda delivers it to the function. */
final class Delivery {
  private Delivery() {}

  /** The event of a message. */
  static String of(Message message) {
    return of(message, message.body());
  }

  /** The event of a message with another body. */
  static String of(Message message, String body) {
    var event = JsonNodeFactory.instance.objectNode();
    var record =
        event
            .putArray("Records")
            .addObject()
            .put("messageId", message.id())
            .put("receiptHandle", receipt(message))
            .put("body", body)
            .put("eventSource", "aws:sqs")
            .put(
                "eventSourceARN",
                "arn:aws:sqs:%s:%s:%s"
                    .formatted(DeployedSystem.REGION, DeployedSystem.ACCOUNT, DeployedSystem.QUEUE))
            .put("awsRegion", DeployedSystem.REGION);
    record
        .putObject("attributes")
        .put("ApproximateReceiveCount", "1")
        .put("MessageGroupId", group(message))
        .put("MessageDeduplicationId", message.deduplicationId().orElseThrow())
        .put("SequenceNumber", "%020d".formatted(message.sequence()));
    record.putObject("messageAttributes");
    return event.toString();
  }

  /** The receipt handle of a message. */
  static String receipt(Message message) {
    return "receipt-" + message.id();
  }

  static String group(Message message) {
    return message.groupId().orElseThrow();
  }
}
