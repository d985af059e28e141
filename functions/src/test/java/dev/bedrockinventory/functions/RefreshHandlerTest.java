package dev.bedrockinventory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RefreshHandlerTest {
  private final TestHub hub = new TestHub();
  private final RefreshHandler handler = new RefreshHandler(hub.wiring());

  @BeforeEach
  void target() {
    hub.target("accounts", "[\"here\"]");
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theResourceOfAnEventIsRecordedWithItsEvidence() {
    var arn = hub.region().createProfile("alpha", Map.of("team", "red")).arn();

    try (var output = new Output()) {
      var failed = TestHub.deliver(handler, event("event-1", "TagResource", arn, "111122223333"));

      assertThat(failed).isEmpty();
      assertThat(output.logs("event").getFirst().at("/resources/0").asText()).isEqualTo(arn);
      assertThat(output.logs("refresh").getFirst().path("change").asText()).isEqualTo("BASELINE");
    }
    assertThat(changes(arn)).containsExactly(ChangeKind.BASELINE);
    assertThat(evidence(arn)).extracting(Evidence::eventId).containsExactly("event-1");
  }

  @Test
  void aDeletionReportedByAnEventCountsLikeOneFoundByASweep() {
    var arn = hub.region().createProfile("alpha", Map.of()).arn();
    TestHub.deliver(handler, event("event-1", "TagResource", arn, "111122223333"));
    hub.region().delete("alpha");

    try (var output = new Output()) {
      TestHub.deliver(
          handler,
          envelope(
              "event-2",
              "DeleteInferenceProfile",
              "111122223333",
              "{\"inferenceProfileIdentifier\":\"%s\"}".formatted(arn),
              "null"));

      assertThat(output.metrics())
          .singleElement()
          .satisfies(line -> {
            assertThat(line.path("DeletionsRecorded").asInt()).isEqualTo(1);
            assertThat(line.path("ChangesRecorded").asInt()).isEqualTo(1);
          });
    }
  }

  @Test
  void anEventOfAnAccountThatIsNotATargetIsRejectedAndNothingIsSaved() {
    var arn = "arn:aws:bedrock:us-east-2:444455556666:application-inference-profile/3yh6w4d8j7j3";

    try (var output = new Output()) {
      var failed = TestHub.deliver(handler, event("event-1", "TagResource", arn, "444455556666"));

      assertThat(failed).isEmpty();
      assertThat(output.logs("event refused").getFirst().path("why").asText())
          .contains("444455556666", "not a target");
    }
    assertThat(evidence(arn)).isEmpty();
    assertThat(hub.simulator.calls().count("GetInferenceProfile")).isZero();
  }

  @Test
  void anEventIsRetriedWhileTheTargetsAreMalformed() {
    hub.target("accounts", "[\"here\",]");
    var arn = hub.region().createProfile("alpha", Map.of()).arn();

    try (var output = new Output()) {
      var failed = TestHub.deliver(handler, event("event-1", "TagResource", arn, "111122223333"));

      assertThat(failed).containsExactly("1");
      assertThat(output.logs("message failed").getFirst().at("/error/message").asText())
          .contains("fix the target parameters", "/inventory/targets/accounts");
    }
  }

  @Test
  void anImportOfAFormerTargetIsAbandonedEventually() {
    var job = hub.region().startImport("my-model", Map.of()).arn();
    TestHub.deliver(handler, importEvent(job));
    hub.target("accounts", "[\"444455556666\"]");
    hub.clock.pass(Duration.ofHours(1));
    TestHub.deliver(handler, RefreshHandler.poll(new Arn(job)));
    assertThat(hub.reader().pendingJobs()).hasSize(1);
    hub.clock.pass(Duration.ofHours(24));

    try (var output = new Output()) {
      var failed = TestHub.deliver(handler, RefreshHandler.poll(new Arn(job)));

      assertThat(failed).isEmpty();
      assertThat(output.logs("import abandoned").getFirst().path("job").asText()).isEqualTo(job);
    }
    assertThat(hub.reader().pendingJobs()).isEmpty();
  }

  @Test
  void aJobThatCannotBeReadIsLoggedAndPolledAgain() {
    var job = hub.region().startImport("my-model", Map.of()).arn();
    TestHub.deliver(handler, importEvent(job));
    hub.simulator.faults().add(Match.calls("GetModelImportJob"), Fault.deny());

    try (var output = new Output()) {
      var failed = TestHub.deliver(handler, RefreshHandler.poll(new Arn(job)));

      assertThat(failed).isEmpty();
      assertThat(output.logs("refresh failure").getFirst().path("operation").asText())
          .isEqualTo("GetModelImportJob");
    }
    assertThat(hub.reader().pendingJobs()).hasSize(1);
    assertThat(evidence(job)).extracting(Evidence::isSuccessful).containsExactly(true);
  }

  @Test
  void anUnreadableMessageFailsAloneAndDeletesNothing() {
    var arn = hub.region().createProfile("alpha", Map.of()).arn();
    TestHub.deliver(handler, event("event-1", "TagResource", arn, "111122223333"));
    hub.region().delete("alpha");

    var failed =
        TestHub.deliver(
            handler,
            "{\"detail\":{\"eventName\":\"DeleteInferenceProfile\"}}",
            event("event-2", "UntagResource", arn, "111122223333"));

    assertThat(failed).containsExactly("1");
    assertThat(changes(arn)).containsExactly(ChangeKind.BASELINE);
    assertThat(evidence(arn)).hasSize(2);
  }

  @Test
  void anEventIsRetriedIfItsResourceCannotBeRead() {
    var arn = hub.region().createProfile("alpha", Map.of()).arn();
    hub.simulator.faults().add(Match.calls("GetInferenceProfile"), Fault.deny());

    var failed = TestHub.deliver(handler, event("event-1", "TagResource", arn, "111122223333"));

    assertThat(failed).containsExactly("1");
    assertThat(changes(arn)).isEmpty();
  }

  @Test
  void anEventAboutAnotherResourceTypeIsIgnored() {
    var failed =
        TestHub.deliver(
            handler,
            event(
                "event-1",
                "TagResource",
                "arn:aws:bedrock:us-east-2:111122223333:guardrail/g",
                "111122223333"));

    assertThat(failed).isEmpty();
  }

  @Test
  void anEventOfTwoHundredKilobytesIsSaved() {
    var arn = hub.region().createProfile("alpha", Map.of("team", "red")).arn();
    var event =
        event("event-1", "TagResource", arn, "111122223333")
            .replace(
                "\"tagKeys\":[\"team\"]",
                "\"tagKeys\":[\"team\"],\"more\":\"%s\"".formatted("x".repeat(100_000)))
            .replace(
                "\"awsRegion\"",
                "\"userAgent\":\"%s\",\"awsRegion\"".formatted("y".repeat(100_000)));
    assertThat(event).hasSizeGreaterThan(200_000);

    var failed = TestHub.deliver(handler, event);

    assertThat(failed).isEmpty();
    assertThat(changes(arn)).containsExactly(ChangeKind.BASELINE);
    assertThat(evidence(arn))
        .singleElement()
        .satisfies(kept -> assertThat(kept.userAgent()).startsWith("yyyy").hasSizeLessThan(3_000));
  }

  @Test
  void anImportIsPolledUntilItEnds() {
    var job = hub.region().startImport("my-model", Map.of()).arn();
    TestHub.deliver(handler, importEvent(job));
    assertThat(hub.reader().pendingJobs()).hasSize(1);
    hub.clock.pass(Duration.ofSeconds(5));

    var failed = TestHub.deliver(handler, RefreshHandler.poll(new Arn(job)));

    assertThat(failed).isEmpty();
    assertThat(hub.reader().pendingJobs()).isEmpty();
    var model = hub.region().importedModel("my-model").arn();
    assertThat(changes(model)).containsExactly(ChangeKind.BASELINE);
    assertThat(evidence(model)).extracting(Evidence::event).containsExactly("CreateModelImportJob");
  }

  static String event(String id, String name, String arn, String account) {
    return envelope(
        id,
        name,
        account,
        "{\"resourceARN\":\"%s\",\"tagKeys\":[\"team\"]}".formatted(arn),
        "null");
  }

  static String importEvent(String job) {
    return envelope(
        "event-1",
        "CreateModelImportJob",
        "111122223333",
        "{}",
        "{\"jobArn\":\"%s\"}".formatted(job));
  }

  private static String envelope(
      String id, String name, String account, String request, String answer) {
    var json =
        """
        {"detail-type":"AWS API Call via CloudTrail","source":"aws.bedrock","account":"%s",
        "region":"us-east-2","detail":{"eventID":"%s","eventName":"%s",
        "eventTime":"2100-03-01T09:00:00Z","awsRegion":"us-east-2",
        "userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/alice"},
        "requestParameters":%s,"responseElements":%s}}
        """
            .formatted(account, id, name, request, answer);
    return CanonicalJson.write(CanonicalJson.parse(json));
  }

  private List<ChangeKind> changes(String arn) {
    return hub.reader()
        .revisions(new Arn(arn))
        .map(StoredItem::value)
        .map(Revision::change)
        .toList();
  }

  private List<Evidence> evidence(String arn) {
    return hub.reader().evidence(new Arn(arn)).map(StoredItem::value).toList();
  }
}
