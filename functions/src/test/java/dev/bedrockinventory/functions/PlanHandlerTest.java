package dev.bedrockinventory.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.feed.StreamFilter;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.settings.Metric;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.simulator.world.InferenceProfile;
import dev.bedrockinventory.simulator.world.Message;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class PlanHandlerTest {
  private final TestHub hub = new TestHub();

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void everyScopeOfEveryTargetBecomesOneTask() {
    hub.target(
        "defaults",
        "{\"regions\":[\"us-east-2\",\"eu-west-1\"],\"roleName\":\"BedrockInventoryReader2\"}");
    hub.target("accounts", "[\"here\",{\"account\":\"444455556666\",\"regions\":[\"us-west-2\"]}]");

    var answer = hub.plan();

    assertThat(answer).isEqualTo(Map.of("scopes", 9, "polls", 0, "problems", List.of()));
    assertThat(hub.tasks())
        .hasSize(9)
        .contains(
            new SweepTask(
                new Scope("111122223333", "eu-west-1", Kind.IMPORTED_MODEL),
                TestHub.START,
                Optional.empty(),
                true),
            new SweepTask(
                new Scope("444455556666", "us-west-2", Kind.APPLICATION_INFERENCE_PROFILE),
                TestHub.START,
                Optional.of("BedrockInventoryReader2"),
                true))
        .extracting(task -> task.scope().kind())
        .containsOnly(Kind.values());
  }

  @Test
  void tasksAreGroupedByAccountAndRegion() {
    hub.target("accounts", "[{\"account\":\"here\",\"regions\":[\"us-east-2\",\"us-west-2\"]}]");

    hub.plan();

    assertThat(hub.drain())
        .extracting(message -> message.groupId().orElseThrow())
        .containsExactly(
            "111122223333#us-east-2",
            "111122223333#us-east-2",
            "111122223333#us-east-2",
            "111122223333#us-west-2",
            "111122223333#us-west-2",
            "111122223333#us-west-2");
  }

  @Test
  void planningAgainForTheSameTimeSendsNoDuplicates() {
    hub.target("accounts", "[\"here\"]");
    hub.plan();
    assertThat(hub.drain()).hasSize(3);

    hub.plan();
    var again = hub.drain();
    hub.clock.pass(Duration.ofMinutes(1));
    hub.plan();
    var later = hub.drain();

    assertThat(again).isEmpty();
    assertThat(later).hasSize(3);
  }

  @Test
  void parametersOnEveryPageAreRead() {
    for (var number = 0; number < 23; number++) {
      hub.target("accounts-" + number, "[\"%012d\"]".formatted(number));
    }

    var answer = hub.plan();

    assertThat(answer).containsEntry("scopes", 69);
    assertThat(hub.simulator.calls().count("GetParametersByPath")).isEqualTo(3);
    assertThat(hub.simulator.calls().count("SendMessageBatch")).isEqualTo(7);
    assertThat(hub.tasks()).extracting(task -> task.scope().account()).contains("000000000022");
  }

  @Test
  void anInvalidTargetIsReportedAndTheOthersArePlanned() {
    hub.target("accounts", "[\"11112222\",\"here\"]");

    try (var output = new Output()) {
      var answer = hub.plan();

      assertThat(answer).containsEntry("scopes", 3);
      assertThat(output.logs("target problem"))
          .singleElement()
          .satisfies(line -> {
            assertThat(line.path("level").asText()).isEqualTo("WARN");
            assertThat(line.path("problem").asText())
                .startsWith("/inventory/targets/accounts, entry 1 has no account id");
          });
    }
  }

  @Test
  void withoutAValidTargetThePlanFails() {
    hub.target("accounts", "[\"11112222\"]");

    assertThatThrownBy(hub::plan)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("nothing to sweep")
        .hasMessageContaining("entry 1 has no account id");
  }

  @Test
  void entriesThatTheQueueRejectsAreRetried() {
    hub.target("accounts", "[\"here\"]");
    hub.simulator
        .faults()
        .add(Match.calls("SendMessageBatch"), Fault.edit(PlanHandlerTest::failTheFirst), 2);

    hub.plan();

    assertThat(hub.drain())
        .extracting(Message::body)
        .map(body -> SweepTask.parse(body).scope().kind())
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(Kind.values()));
    assertThat(hub.simulator.calls().of("SendMessageBatch"))
        .extracting(call -> call.parameters().path("Entries").size())
        .containsExactly(3, 1, 1);
  }

  @Test
  void thePlanFailsAndNamesTheEntriesThatTheQueueAlwaysRejects() {
    hub.target("accounts", "[\"here\"]");
    hub.simulator
        .faults()
        .add(Match.calls("SendMessageBatch"), Fault.edit(PlanHandlerTest::failTheFirst));

    assertThatThrownBy(hub::plan)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("refused 1 of 3 tasks")
        .hasMessageContaining("111122223333#us-east-2#application-inference-profile: Busy later");
  }

  @Test
  void theAgeOfTheOldestCompleteObservationIsPublishedAsAMetric() {
    hub.target("accounts", "[\"here\"]");
    var sweeper = new SweepHandler(hub.wiring());

    assertThat(age()).isZero();
    hub.clock.pass(Duration.ofMinutes(10));
    assertThat(age()).as("since it was first planned").isEqualTo(600);
    TestHub.deliver(sweeper, hub.drain());
    hub.clock.pass(Duration.ofMinutes(1));
    assertThat(age()).as("since the last complete observation").isEqualTo(60);
    hub.simulator.faults().add(Match.calls("ListImportedModels"), Fault.deny());
    TestHub.deliver(sweeper, hub.drain());
    hub.clock.pass(Duration.ofSeconds(1));
    assertThat(age()).as("refused sweeps do not count").isEqualTo(61);
  }

  @Test
  void anUnsupportedScopeCountsAsObserved() {
    hub.target("accounts", "[{\"account\":\"here\",\"regions\":[\"eu-west-1\"]}]");
    var sweeper = new SweepHandler(hub.wiring());
    hub.plan();
    TestHub.deliver(sweeper, hub.drain());
    hub.clock.pass(Duration.ofMinutes(5));

    assertThat(age()).isEqualTo(300);
    TestHub.deliver(sweeper, hub.drain());
    hub.clock.pass(Duration.ofSeconds(5));
    assertThat(age()).isEqualTo(5);
  }

  @Test
  void aTrailingCommaRaisesAlarmsAndItsAccountsStillCountInTheAge() {
    hub.target("accounts", "[\"here\"]");
    hub.target("more", "[\"444455556666\"]");
    plan();
    hub.clock.pass(Duration.ofMinutes(10));
    sweepHome();

    hub.target("more", "[\"444455556666\",]");
    var broken = plan();
    hub.target("more", "[\"444455556666\"]");
    var corrected = plan();

    assertThat(value(broken, Metric.TARGET_PROBLEMS)).isEqualTo(1);
    assertThat(value(broken, Metric.TARGETS_PLANNED)).isEqualTo(1);
    assertThat(value(broken, Metric.SCOPES_PLANNED)).isEqualTo(3);
    assertThat(value(broken, Metric.TARGETS_LOST)).isEqualTo(50);
    assertThat(value(broken, Metric.OLDEST_COMPLETE_SWEEP_AGE)).isEqualTo(600);
    assertThat(value(corrected, Metric.TARGET_PROBLEMS)).isZero();
    assertThat(value(corrected, Metric.TARGETS_PLANNED)).isEqualTo(2);
    assertThat(value(corrected, Metric.SCOPES_PLANNED)).isEqualTo(6);
    assertThat(value(corrected, Metric.TARGETS_LOST)).isZero();
  }

  @Test
  void anAccountThatIsRemovedFromValidTargetsNoLongerCountsAndIsReportedForADay() {
    hub.target("accounts", "[\"here\",\"444455556666\"]");
    plan();
    hub.clock.pass(Duration.ofMinutes(10));
    sweepHome();

    hub.target("accounts", "[\"here\"]");
    var removed = plan();
    hub.clock.pass(Duration.ofHours(23));
    var sameDay = plan();
    hub.target("accounts", "[\"here\",]");
    hub.target("home", "[\"here\"]");
    hub.clock.pass(Duration.ofHours(1));
    sweepHome();
    var nextDay = plan();

    assertThat(value(removed, Metric.TARGET_PROBLEMS)).isZero();
    assertThat(value(removed, Metric.TARGETS_LOST)).isEqualTo(50);
    assertThat(value(removed, Metric.OLDEST_COMPLETE_SWEEP_AGE)).isZero();
    assertThat(value(sameDay, Metric.TARGETS_LOST)).isEqualTo(50);
    assertThat(value(nextDay, Metric.TARGETS_LOST)).isZero();
    assertThat(value(nextDay, Metric.TARGET_PROBLEMS)).isEqualTo(1);
    assertThat(value(nextDay, Metric.OLDEST_COMPLETE_SWEEP_AGE))
        .as("despite the problem, removed targets do not count again")
        .isZero();
  }

  @Test
  void aPlanWithoutAnyTargetRemovesNothing() {
    hub.target("accounts", "[\"here\"]");
    plan();
    hub.clock.pass(Duration.ofMinutes(10));
    hub.target("accounts", "[]");

    try (var output = new Output()) {
      assertThatThrownBy(hub::plan).hasMessageContaining("nothing to sweep");
      assertThat(value(output.metrics().getFirst(), Metric.TARGETS_LOST)).isEqualTo(100);
    }
    hub.target("accounts", "[\"here\"]");
    assertThat(age()).isEqualTo(600);
  }

  @Test
  void aStrayItemAmongTheScopesIsNamedAndStopsNoPlan() {
    hub.target("accounts", "[\"here\"]");
    hub.dynamo()
        .putItem(put ->
            put.tableName(hub.table())
                .item(
                    Map.of(
                        "pk",
                        AttributeValue.fromS("SCOPES"),
                        "sk",
                        AttributeValue.fromS("a note by hand"))));

    try (var output = new Output()) {
      assertThat(hub.plan()).containsEntry("scopes", 3);

      assertThat(hub.tasks()).hasSize(3);
      assertThat(value(output.metrics().getFirst(), Metric.DAMAGED_SCOPES)).isEqualTo(1);
      assertThat(output.logs("scope item left out"))
          .singleElement()
          .satisfies(line -> {
            assertThat(line.path("level").asText()).isEqualTo("WARN");
            assertThat(line.path("problem").asText()).startsWith("SCOPES / a note by hand: ");
          });
    }
  }

  @Test
  void everyPlanPollsAnImportUntilItEnds() {
    hub.target("accounts", "[\"here\"]");
    var job = new Arn(hub.region().startImport("my-model", Map.of()).arn());
    var refresher = new RefreshHandler(hub.wiring());
    TestHub.deliver(refresher, TestEvents.importJob(job.toString()));

    assertThat(hub.plan()).as("not yet due").containsEntry("polls", 0);
    hub.clock.pass(Duration.ofMinutes(15));
    assertThat(hub.plan()).containsEntry("polls", 1);
    var polls = hub.drainEvents();
    assertThat(polls).extracting(Message::body).containsExactly(RefreshHandler.poll(job));
    assertThat(TestHub.deliver(refresher, polls)).isEmpty();

    assertThat(hub.plan()).as("it has ended").containsEntry("polls", 0);
    assertThat(hub.drainEvents()).isEmpty();
  }

  @Test
  void aPollThatTheQueueRejectsIsSentByTheNextPlanAndFailsNoPlan() {
    hub.target("accounts", "[\"here\"]");
    var job = hub.region().startImport("my-model", Map.of()).arn();
    TestHub.deliver(new RefreshHandler(hub.wiring()), TestEvents.importJob(job));
    hub.clock.pass(Duration.ofMinutes(15));
    hub.plan();
    hub.drainEvents();
    hub.simulator
        .faults()
        .add(Match.calls("SendMessageBatch"), Fault.edit(PlanHandlerTest::failTheOnly));

    try (var output = new Output()) {
      hub.plan();

      assertThat(output.logs("poll not sent"))
          .singleElement()
          .satisfies(
              line -> assertThat(line.path("problem").asText()).isEqualTo(job + ": Busy later"));
    }
  }

  @Test
  void anExcusedScopeCountsForNoAlarmUntilItsLastDayHasEnded() {
    hub.target("accounts", "[\"here\",\"444455556666\"]");
    hub.target(
        "excuses",
        """
        [{"account":"444455556666","reason":"moves to another organization","until":"2100-03-01"}]
        """);
    plan();
    hub.clock.pass(Duration.ofHours(1));
    sweepHome();

    var excused = plan();
    hub.clock.pass(Duration.ofHours(14));
    sweepHome();
    var expired = plan();

    assertThat(value(excused, Metric.STALE_SCOPES)).isZero();
    assertThat(value(excused, Metric.OLDEST_COMPLETE_SWEEP_AGE)).isZero();
    assertThat(value(expired, Metric.STALE_SCOPES)).isEqualTo(3);
  }

  @Test
  void theDeletionsOfAnHourAreCountedByAccountWithoutSystemDefinedProfiles() {
    hub.target("accounts", "[\"here\"]");
    hub.simulator.world().seedExamples(TestHub.ACCOUNT, TestHub.REGION);
    plan();
    sweepHome();
    hub.region().profiles(InferenceProfile.Type.SYSTEM_DEFINED).forEach(each -> delete(each.arn()));
    delete(hub.region().profiles(InferenceProfile.Type.APPLICATION).getFirst().arn());
    delete(hub.region().importedModels().getFirst().arn());
    hub.clock.pass(Duration.ofMinutes(15));
    plan();
    sweepHome();

    var atOnce = plan();
    hub.clock.pass(Duration.ofMinutes(61));
    var later = plan();

    assertThat(value(atOnce, Metric.MOST_DELETIONS)).isEqualTo(2);
    assertThat(value(later, Metric.MOST_DELETIONS)).isZero();
  }

  @Test
  void theFeedCountsTheHeartbeatOfEachPlan() {
    hub.target("accounts", "[\"here\"]");
    plan();
    hub.clock.pass(Duration.ofMinutes(15));
    plan();

    try (var output = new Output()) {
      var mapping =
          new TestMapping(new FeedHandler(hub.wiring()), List.of(StreamFilter.values()), 100, 1);

      assertThat(mapping.deliver(hub.stream())).isEmpty();

      assertThat(
              output.metrics().stream().mapToDouble(line -> value(line, Metric.HEARTBEATS)).sum())
          .isEqualTo(2);
      assertThat(output.logs("history tampered")).isEmpty();
    }
  }

  @Test
  void anInvalidTimeIsRejected() {
    var handler = new PlanHandler(hub.wiring());

    assertThatThrownBy(() -> handler.handleRequest(Map.of("time", "noon"), TestHub.CONTEXT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the event's time is 'noon'");
  }

  @Test
  void anEventWithoutATimeIsPlannedForNow() {
    hub.target("accounts", "[\"here\"]");

    new PlanHandler(hub.wiring()).handleRequest(Map.of(), TestHub.CONTEXT);

    assertThat(hub.tasks()).extracting(SweepTask::plannedAt).containsOnly(TestHub.START);
  }

  private long age() {
    return (long) value(plan(), Metric.OLDEST_COMPLETE_SWEEP_AGE);
  }

  /** Plans; returns the line of metrics. */
  private JsonNode plan() {
    try (var output = new Output()) {
      hub.plan();
      var metrics = output.metrics();
      assertThat(metrics).hasSize(1);
      return metrics.getFirst();
    }
  }

  private static double value(JsonNode line, Metric metric) {
    return line.path(metric.key()).asDouble(-1);
  }

  private void delete(String arn) {
    hub.region().delete(arn);
  }

  /** Delivers the waiting tasks of the home account. */
  private void sweepHome() {
    var bodies =
        hub.drain().stream()
            .map(Message::body)
            .filter(body -> SweepTask.parse(body).scope().account().equals(TestHub.ACCOUNT))
            .toArray(String[]::new);
    assertThat(TestHub.deliver(new SweepHandler(hub.wiring()), bodies)).isEmpty();
  }

  /** Refuses the entry of a request that has only one. */
  private static void failTheOnly(ObjectNode answer) {
    if (answer.path("Successful").size() == 1) {
      failTheFirst(answer);
    }
  }

  /** Refuses the entry of the first kind, if the request has it. */
  private static void failTheFirst(ObjectNode answer) {
    var successful = (ArrayNode) answer.path("Successful");
    for (var index = 0; index < successful.size(); index++) {
      if (successful.get(index).path("Id").asText().equals("0")) {
        successful.remove(index);
        ((ArrayNode) answer.path("Failed"))
            .addObject()
            .put("Id", "0")
            .put("SenderFault", false)
            .put("Code", "Busy")
            .put("Message", "later");
      }
    }
  }
}
