package dev.bedrockinventory.functions;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.normalize.Call;
import dev.bedrockinventory.normalize.CloudTrailEvent;
import dev.bedrockinventory.normalize.Notice;
import java.util.Optional;

/** What a message of the event queue asks for. */
sealed interface RefreshTask {
  /**
   * React to a call.
   *
   * @param call the call
   */
  record React(Call call) implements RefreshTask {}

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
    return switch (CloudTrailEvent.read(body)) {
      case Notice.Heard(var call) -> new React(call);
      case Notice.Irrelevant _ -> new Nothing();
      case Notice.Malformed(var message) -> throw new IllegalArgumentException(message);
    };
  }
}
