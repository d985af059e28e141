package dev.bedrockinventory.functions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.cloudtrail.CloudTrailCall;
import dev.bedrockinventory.cloudtrail.CloudTrailEvent;
import dev.bedrockinventory.cloudtrail.CloudTrailParser;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The task of a message of the event queue. */
sealed interface RefreshTask {
  /**
   * Process a call.
   *
   * @param call the call
   */
  record Call(CloudTrailCall call) implements RefreshTask {}

  /**
   * Poll an import job.
   *
   * @param job the job
   */
  record Poll(Arn job) implements RefreshTask {
    /** The message's body. */
    String json() {
      return CanonicalJson.write(JsonNodeFactory.instance.objectNode().put("poll", job.text()));
    }

    /**
     * The message of the standard queue, in the group of its account, as those of events. An
     * additional poll has no effect.
     */
    QueueSender.Message message() {
      return new QueueSender.Message(
          job.toString(),
          SendMessageBatchRequestEntry.builder()
              .messageBody(json())
              .messageGroupId(job.account())
              .build());
    }
  }

  /** Nothing: the event is about no inventoried resource. */
  record Nothing() implements RefreshTask {}

  /** Tasks of one group are carried out together. */
  default String group() {
    return switch (this) {
      case Call(var call) -> call.account() + "/" + call.region();
      case Poll(var job) -> job.text();
      case Nothing _ -> "";
    };
  }

  /**
   * Parses a message's body.
   *
   * @throws IllegalArgumentException if it is not a valid task
   */
  static RefreshTask parse(String body) {
    var job =
        CanonicalJson.find(body)
            .flatMap(tree -> Optional.ofNullable(tree.path("poll").textValue()));
    if (job.isPresent()) {
      return new Poll(new Arn(job.get()));
    }
    return switch (CloudTrailParser.read(body)) {
      case CloudTrailEvent.Relevant(var call) -> new Call(call);
      case CloudTrailEvent.Irrelevant _ -> new Nothing();
      case CloudTrailEvent.Malformed(var message) -> throw new IllegalArgumentException(message);
    };
  }
}
