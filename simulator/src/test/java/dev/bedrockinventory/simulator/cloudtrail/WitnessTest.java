package dev.bedrockinventory.simulator.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.simulator.wire.Answer;
import dev.bedrockinventory.simulator.wire.Caller;
import dev.bedrockinventory.simulator.wire.Invocation;
import dev.bedrockinventory.simulator.wire.Json;
import dev.bedrockinventory.simulator.world.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

final class WitnessTest {
  private final CloudTrail events =
      new CloudTrail(() -> Instant.parse("2026-03-01T12:00:00Z"), new Ids(37));
  private final List<String> changes = new CopyOnWriteArrayList<>();

  @Test
  void aChangeWaitsUntilTheOneBeforeItIsRecorded() throws InterruptedException {
    var second = Thread.ofPlatform().unstarted(() -> tag("second", () -> {}));

    tag(
        "first",
        () -> {
          second.start();
          while (second.isAlive() && second.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
          }
        });
    second.join();

    assertThat(changes).containsExactly("first", "second");
    assertThat(events.drain())
        .extracting(
            event -> event.path("detail").path("requestParameters").path("resourceARN").asText())
        .containsExactly("first", "second");
  }

  private void tag(String resource, Runnable meanwhile) {
    var caller =
        new Caller(
            "111122223333",
            "us-east-2",
            "alice",
            "arn:aws:iam::111122223333:user/alice",
            "AIDA111122223333alice",
            "111122223333alice",
            Optional.empty());
    var invocation =
        new Invocation(
            "TagResource",
            caller,
            Json.object().put("resourceARN", resource),
            Optional.of(resource),
            1);
    var _ =
        events.witness(
            invocation,
            new Origin("request-" + resource, "127.0.0.1", Optional.empty()),
            () -> {
              changes.add(resource);
              meanwhile.run();
              return new Answer.Json(200, Json.object());
            });
  }
}
