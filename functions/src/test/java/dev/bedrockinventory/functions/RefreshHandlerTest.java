package dev.bedrockinventory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class RefreshHandlerTest {
  private static final Path SAMPLES = Path.of("../shared/src/test/resources/cloudtrail");

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
      var failed =
          TestHub.deliver(handler, TestEvents.tags("event-1", "TagResource", arn, "111122223333"));

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
    TestHub.deliver(handler, TestEvents.tags("event-1", "TagResource", arn, "111122223333"));
    hub.region().delete("alpha");

    try (var output = new Output()) {
      TestHub.deliver(
          handler,
          TestEvents.call(
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
      var failed =
          TestHub.deliver(handler, TestEvents.tags("event-1", "TagResource", arn, "444455556666"));

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
      var failed =
          TestHub.deliver(handler, TestEvents.tags("event-1", "TagResource", arn, "111122223333"));

      assertThat(failed).containsExactly("1");
      assertThat(output.logs("message failed").getFirst().at("/error/message").asText())
          .contains("fix the target parameters", "/inventory/targets/accounts");
    }
  }

  @Test
  void anImportOfAFormerTargetIsAbandonedEventually() {
    var job = hub.region().startImport("my-model", Map.of()).arn();
    TestHub.deliver(handler, TestEvents.importJob(job));
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
    TestHub.deliver(handler, TestEvents.importJob(job));
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
    TestHub.deliver(handler, TestEvents.tags("event-1", "TagResource", arn, "111122223333"));
    hub.region().delete("alpha");

    var failed =
        TestHub.deliver(
            handler,
            "{\"detail\":{\"eventName\":\"DeleteInferenceProfile\"}}",
            TestEvents.tags("event-2", "UntagResource", arn, "111122223333"));

    assertThat(failed).containsExactly("1");
    assertThat(changes(arn)).containsExactly(ChangeKind.BASELINE);
    assertThat(evidence(arn)).hasSize(2);
  }

  @Test
  void anEventIsRetriedIfItsResourceCannotBeRead() {
    var arn = hub.region().createProfile("alpha", Map.of()).arn();
    hub.simulator.faults().add(Match.calls("GetInferenceProfile"), Fault.deny());

    var failed =
        TestHub.deliver(handler, TestEvents.tags("event-1", "TagResource", arn, "111122223333"));

    assertThat(failed).containsExactly("1");
    assertThat(changes(arn)).isEmpty();
  }

  @Test
  void aFailedEventReturnsAfterSecondsAndLaterEachTime() {
    var arn = hub.region().createProfile("alpha", Map.of()).arn();
    hub.simulator.faults().add(Match.calls("GetInferenceProfile"), Fault.deny());
    var event = TestEvents.tags("event-1", "TagResource", arn, "111122223333");

    for (var times = 1; times <= 6; times++) {
      TestHub.deliverAgain(handler, event, times);
    }

    assertThat(hub.simulator.calls().of("ChangeMessageVisibility"))
        .extracting(call -> call.parameters().path("VisibilityTimeout").asInt())
        .containsExactly(5, 20, 80, 320, 720, 720);
  }

  @Test
  void theEventsOfOneBatchShareOneTransaction() {
    var arns =
        IntStream.range(0, 8)
            .mapToObj(i -> hub.region().createProfile("profile-" + i, Map.of()).arn())
            .toList();
    var events =
        IntStream.range(0, arns.size())
            .mapToObj(
                i -> TestEvents.tags("event-" + i, "TagResource", arns.get(i), "111122223333"));

    var failed = TestHub.deliver(handler, events.toArray(String[]::new));

    assertThat(failed).isEmpty();
    assertThat(arns)
        .allSatisfy(arn -> assertThat(changes(arn)).containsExactly(ChangeKind.BASELINE));
    assertThat(
            hub.reader()
                .findScope(TestHub.scope(Kind.APPLICATION_INFERENCE_PROFILE))
                .orElseThrow()
                .value()
                .state()
                .generation())
        .isEqualTo(1);
  }

  @Test
  void aResourceThatCannotBeReadFailsOnlyItsOwnEvent() {
    var alpha = hub.region().createProfile("alpha", Map.of()).arn();
    var beta = hub.region().createProfile("beta", Map.of()).arn();
    hub.simulator.faults().add(Match.calls("GetInferenceProfile"), Fault.deny(), 1);

    var failed =
        TestHub.deliver(
            handler,
            TestEvents.tags("event-1", "TagResource", alpha, "111122223333"),
            TestEvents.tags("event-2", "TagResource", beta, "111122223333"));

    assertThat(failed).hasSize(1);
    assertThat(changes(alpha).size() + changes(beta).size()).isEqualTo(1);
  }

  @Test
  void whatIsNotReadBeforeTheTimeIsUpReturns() {
    var arn = hub.region().createProfile("alpha", Map.of()).arn();
    var event = TestEvents.tags("event-1", "TagResource", arn, "111122223333");

    assertThat(TestHub.deliverWithoutTime(handler, event)).containsExactly("1");

    assertThat(hub.simulator.calls().count("GetInferenceProfile")).isZero();
    assertThat(evidence(arn)).hasSize(1);
  }

  @Test
  void anEventAboutAnotherResourceTypeIsIgnored() {
    var failed =
        TestHub.deliver(
            handler,
            TestEvents.tags(
                "event-1",
                "TagResource",
                "arn:aws:bedrock:us-east-2:111122223333:guardrail/g",
                "111122223333"));

    assertThat(failed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DeleteGuardrail.recorded",
        "DeleteModelInvocationLoggingConfiguration.recorded",
        "TagResource-bedrock-agent.modelled",
        "TagResources-tagging.recorded",
        "UntagResource-bedrock-agent.modelled",
        "UpdateGuardrail.recorded"
      })
  void anEventOfANeighbouringResourceIsIgnoredWithoutARecordOrAFailure(String sample)
      throws IOException {
    hub.target("defaults", "{\"regions\":[\"us-west-2\"]}");
    var event = Files.readString(SAMPLES.resolve("trail-%s.json".formatted(sample)));

    try (var output = new Output()) {
      assertThat(TestHub.deliver(handler, event)).isEmpty();

      assertThat(output.logs("message failed")).isEmpty();
    }
    var items = hub.dynamo().scan(scan -> scan.tableName(hub.table())).items();
    assertThat(items)
        .as("only the format that creating the table stated")
        .allSatisfy(item -> assertThat(item).containsEntry("pk", AttributeValue.fromS("LEDGER")));
    assertThat(hub.simulator.calls().count("GetInferenceProfile")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "AWSService.modelled, cloudformation.amazonaws.com",
    "Root.modelled, arn:aws:iam::111122223333:root",
    "WebIdentityUser-IdC.modelled, 544894e8-0000-4000-8000-000000000000"
  })
  void aDeletionByAnyTypeOfIdentityIsRecordedWithItsName(String sample, String caller)
      throws IOException {
    hub.target("defaults", "{\"regions\":[\"us-west-2\"]}");
    var place = hub.simulator.place("111122223333", "us-west-2");
    var arn = place.createProfile("alpha", Map.of()).arn();
    var first =
        TestEvents.tags("event-1", "TagResource", arn, "111122223333")
            .replace("us-east-2", "us-west-2");
    assertThat(TestHub.deliver(handler, first)).isEmpty();
    place.delete("alpha");
    var deletion =
        Files.readString(SAMPLES.resolve("trail-%s.json".formatted(sample)))
            .replace("3yh6w4d8j7j3", new Arn(arn).id())
            .replace("2026-11-26T10:00:00Z", "2100-03-01T09:00:01Z");

    assertThat(TestHub.deliver(handler, deletion)).isEmpty();

    assertThat(changes(arn)).containsExactly(ChangeKind.BASELINE, ChangeKind.DELETED);
    assertThat(evidence(arn).getLast().actor().arn()).isEqualTo(caller);
  }

  @Test
  void anEventOfTwoHundredKilobytesIsSaved() {
    var arn = hub.region().createProfile("alpha", Map.of("team", "red")).arn();
    var event =
        TestEvents.tags("event-1", "TagResource", arn, "111122223333")
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
    TestHub.deliver(handler, TestEvents.importJob(job));
    assertThat(hub.reader().pendingJobs()).hasSize(1);
    hub.clock.pass(Duration.ofSeconds(5));

    var failed = TestHub.deliver(handler, RefreshHandler.poll(new Arn(job)));

    assertThat(failed).isEmpty();
    assertThat(hub.reader().pendingJobs()).isEmpty();
    var model = hub.region().importedModel("my-model").arn();
    assertThat(changes(model)).containsExactly(ChangeKind.BASELINE);
    assertThat(evidence(model)).extracting(Evidence::event).containsExactly("CreateModelImportJob");
  }

  @Test
  void thePollOfAJobWithAQuotationMarkInItsNameIsDelivered() {
    var job = "arn:aws:bedrock:us-east-2:111122223333:model-import-job/a\"b\\c";

    var body = RefreshHandler.poll(new Arn(job));

    assertThat(CanonicalJson.parse(body).path("poll").asText()).isEqualTo(job);
    assertThat(TestHub.deliver(handler, body)).isEmpty();
  }

  @Test
  void anIdentifierWithAQuotationMarkIsLoggedAsValidJson() {
    var event =
        TestEvents.call(
            "event-1",
            "DeleteImportedModel",
            "111122223333",
            "{\"modelIdentifier\":\"a\\\"b\"}",
            "null");

    try (var output = new Output()) {
      assertThat(TestHub.deliver(handler, event)).isEmpty();

      assertThat(output.logs("event").getFirst().at("/resources/0").asText()).isEqualTo("a\"b");
      assertThat(output.logs("left to the next sweep").getFirst().path("resource").asText())
          .isEqualTo("a\"b");
    }
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
