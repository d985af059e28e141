package dev.bedrockinventory.simulator.service;

import static dev.bedrockinventory.simulator.wire.Protocol.JSON_1_0;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.ApiOperation;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.Json;
import dev.bedrockinventory.simulator.wire.Refusal;
import dev.bedrockinventory.simulator.world.Queue;
import dev.bedrockinventory.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The part of SQS that sends messages in batches and changes their visibility. Code in this process
 * drains the queues.
 */
final class QueueService {
  private static final int MOST_BYTES = 1024 * 1024;

  private final World world;

  QueueService(World world) {
    this.world = world;
  }

  List<ApiOperation> operations() {
    return List.of(
        ApiOperation.on("SendMessageBatch", JSON_1_0, "QueueUrl", this::send),
        ApiOperation.on("ChangeMessageVisibility", JSON_1_0, "QueueUrl", this::changeVisibility));
  }

  /** Nothing to change: code in this process drains the queue and delivers messages again. */
  private Answer changeVisibility(Invocation invocation) {
    var input = new RequestInput(invocation.parameters());
    String url = input.required("QueueUrl", 1, 2048, ".+");
    input.required("ReceiptHandle", 1, 1024, ".+");
    input.integer("VisibilityTimeout", 0, 43_200, 0);
    input.check();
    var _ = queue(invocation, url);
    return new Answer.Json(200, Json.object());
  }

  private Answer send(Invocation invocation) {
    var input = new RequestInput(invocation.parameters());
    String url = input.required("QueueUrl", 1, 2048, ".+");
    var entries = input.list("Entries");
    input.check();
    var queue = queue(invocation, url);
    checkBatch(entries);

    var body = Json.object();
    var successful = body.putArray("Successful");
    var failed = body.putArray("Failed");
    for (var entry : entries) {
      String id = entry.path("Id").asText();
      var group = optional(entry, "MessageGroupId");
      if (queue.fifo() && group.isEmpty()) {
        failed
            .addObject()
            .put("Id", id)
            .put("SenderFault", true)
            .put("Code", "MissingParameter")
            .put("Message", "The request must contain the parameter MessageGroupId.");
        continue;
      }
      String text = entry.path("MessageBody").asText();
      var attributes = new TreeMap<String, String>();
      entry
          .path("MessageAttributes")
          .properties()
          .forEach(attribute ->
              attributes.put(
                  attribute.getKey(), attribute.getValue().path("StringValue").asText()));
      var message =
          queue.send(
              text,
              attributes,
              group,
              optional(entry, "MessageDeduplicationId"),
              Duration.ofSeconds(entry.path("DelaySeconds").asLong(0)));
      var sent =
          successful
              .addObject()
              .put("Id", id)
              .put("MessageId", message.id())
              .put("MD5OfMessageBody", Md5.of(text.getBytes(StandardCharsets.UTF_8)));
      if (!attributes.isEmpty()) {
        sent.put("MD5OfMessageAttributes", Md5.ofAttributes(entry.path("MessageAttributes")));
      }
      if (queue.fifo()) {
        sent.put("SequenceNumber", "%020d".formatted(message.sequence()));
      }
    }
    return new Answer.Json(200, body);
  }

  private Queue queue(Invocation invocation, String url) {
    var parts = url.split("/", -1);
    String name = parts[parts.length - 1];
    boolean owned = parts.length > 1 && parts[parts.length - 2].matches("[0-9]{12}");
    String account = owned ? parts[parts.length - 2] : invocation.caller().account();
    return world
        .place(account, invocation.caller().region())
        .findQueue(name)
        .orElseThrow(
            () -> new Refusal(400, "QueueDoesNotExist", "The specified queue does not exist."));
  }

  private static void checkBatch(List<JsonNode> entries) {
    if (entries.isEmpty()) {
      throw new Refusal(
          400,
          "EmptyBatchRequest",
          "There should be at least one SendMessageBatchRequestEntry in the request.");
    }
    if (entries.size() > 10) {
      throw new Refusal(
          400,
          "TooManyEntriesInBatchRequest",
          "Maximum number of entries per request are 10. You have sent %d."
              .formatted(entries.size()));
    }
    var ids = new HashSet<String>();
    long bytes = 0;
    for (var entry : entries) {
      if (!ids.add(entry.path("Id").asText())) {
        throw new Refusal(
            400,
            "BatchEntryIdsNotDistinct",
            "Id %s repeated.".formatted(entry.path("Id").asText()));
      }
      bytes += entry.path("MessageBody").asText().getBytes(StandardCharsets.UTF_8).length;
    }
    if (bytes > MOST_BYTES) {
      throw new Refusal(
          400,
          "BatchRequestTooLong",
          "Batch requests cannot be longer than %d bytes. You have sent %d bytes."
              .formatted(MOST_BYTES, bytes));
    }
  }

  private static Optional<String> optional(JsonNode entry, String name) {
    return Optional.ofNullable(entry.get(name)).map(JsonNode::asText);
  }
}
