package dev.bedrockinventory.functions;

import dev.bedrockinventory.cloudtrail.CloudTrailCall;
import dev.bedrockinventory.cloudtrail.CloudTrailEvent;
import dev.bedrockinventory.cloudtrail.CloudTrailParser;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import java.util.Optional;

/** What a message of the event queue asks for. */
sealed interface RefreshTask {
  /**
   * React to a call.
   *
   * @param call the call
   */
  record React(CloudTrailCall call) implements RefreshTask {}

  /**
   * Ask how an import job stands.
   *
   * @param job the job
   */
  record Poll(Arn job) implements RefreshTask {
    /** The message's body. */
    String json() {
      return "{\"poll\":\"%s\"}".formatted(job);
    }
  }

  /** Nothing: the event is about nothing that is inventoried. */
  record Nothing() implements RefreshTask {}

  /**
   * The task that a message's body spells.
   *
   * @throws IllegalArgumentException if it spells none; that is never taken for anything else
   */
  static RefreshTask parse(String body) {
    var job =
        CanonicalJson.find(body)
            .flatMap(tree -> Optional.ofNullable(tree.path("poll").textValue()));
    if (job.isPresent()) {
      return new Poll(new Arn(job.get()));
    }
    return switch (CloudTrailParser.read(body)) {
      case CloudTrailEvent.Heard(var call) -> new React(call);
      case CloudTrailEvent.Irrelevant _ -> new Nothing();
      case CloudTrailEvent.Malformed(var message) -> throw new IllegalArgumentException(message);
    };
  }
}
