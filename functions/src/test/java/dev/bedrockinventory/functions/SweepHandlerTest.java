package dev.bedrockinventory.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.settings.InvalidSettingsException;
import dev.bedrockinventory.settings.Metric;
import dev.bedrockinventory.settings.Variable;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SweepHandlerTest {
  private static final Scope PROFILES = TestHub.scope(Kind.APPLICATION_INFERENCE_PROFILE);
  private static final Scope MODELS = TestHub.scope(Kind.IMPORTED_MODEL);

  private final TestHub hub = new TestHub();
  private final SweepHandler handler = new SweepHandler(hub.wiring());

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aSweepWritesOneLineOfMetrics() {
    hub.region().createProfile("alpha", Map.of("team", "red"));
    hub.region().createProfile("beta", Map.of());
    TestHub.deliver(handler, hub.sweep(PROFILES));
    hub.clock.pass(Duration.ofMinutes(5));
    hub.region().delete("alpha");
    hub.region().createProfile("gamma", Map.of());

    try (var output = new Output()) {
      var failed = TestHub.deliver(handler, hub.sweep(PROFILES));

      assertThat(failed).isEmpty();
      assertThat(output.metrics()).hasSize(1);
      var line = output.metrics().getFirst();
      assertThat(value(line, Metric.RESOURCES_SEEN)).isEqualTo(2);
      assertThat(value(line, Metric.CHANGES_RECORDED)).isEqualTo(2);
      assertThat(value(line, Metric.DELETIONS_RECORDED)).isEqualTo(1);
      assertThat(value(line, Metric.CHANGES_WITHOUT_AUTHOR)).isEqualTo(2);
      assertThat(value(line, Metric.SWEEPS_COMPLETED)).isEqualTo(1);
      assertThat(value(line, Metric.SWEEPS_REFUSED)).isZero();
      assertThat(value(line, Metric.LISTING_OMISSIONS)).isZero();
      assertThat(value(line, Metric.UNMODELLED_MEMBERS)).isZero();
      assertThat(value(line, Metric.API_CALLS)).isPositive();
      assertThat(line.path(Metric.SWEEP_DURATION.key()).isNumber()).isTrue();
      var directive = line.path("_aws").path("CloudWatchMetrics").path(0);
      assertThat(directive.path("Namespace").asText()).isEqualTo("BedrockInventory");
      assertThat(directive.path("Dimensions").toString()).isEqualTo("[[\"Service\"]]");
      assertThat(line.path("Service").asText()).isEqualTo("bedrock-inventory");
      assertThat(line.path("kind").asText()).isEqualTo("application-inference-profile");
    }
  }

  @Test
  void aSweepWritesOneLogLineWithItsFiguresAsKeys() {
    hub.region().createProfile("alpha", Map.of());

    try (var output = new Output()) {
      TestHub.deliver(handler, hub.sweep(PROFILES));

      assertThat(output.logs()).hasSize(1);
      var line = output.logs("sweep").getFirst();
      assertThat(line.path("level").asText()).isEqualTo("INFO");
      assertThat(line.path("account").asText()).isEqualTo("111122223333");
      assertThat(line.path("region").asText()).isEqualTo("us-east-2");
      assertThat(line.path("kind").asText()).isEqualTo("application-inference-profile");
      assertThat(line.path("outcome").asText()).isEqualTo("COMPLETE");
      assertThat(line.path("seen").asInt()).isEqualTo(1);
      assertThat(line.path("BASELINE").asInt()).isEqualTo(1);
      assertThat(line.path("DELETED").asInt(-1)).isZero();
      assertThat(line.path("apiCalls").asInt()).isPositive();
      assertThat(line.path("millis").isNumber()).isTrue();
    }
  }

  @Test
  void descriptionsAndTagValuesAreNeverLogged() {
    var profile =
        hub.region()
            .createProfile(
                "alpha",
                Optional.of("confidential words"),
                List.of("arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-lite-v1:0"),
                Map.of("owner", "undisclosed value"),
                Optional.empty());

    try (var output = new Output()) {
      TestHub.deliver(handler, hub.sweep(PROFILES));
      hub.region().tag(profile.arn(), Map.of("owner", "another undisclosed value"));
      hub.clock.pass(Duration.ofMinutes(5));
      TestHub.deliver(handler, hub.sweep(PROFILES));

      assertThat(output.logs("sweep")).hasSize(2);
      assertThat(output.text()).doesNotContain("confidential").doesNotContain("undisclosed");
    }
  }

  @Test
  void aDeniedSweepIsAProcessedMessage() {
    hub.simulator.faults().add(Match.calls("ListInferenceProfiles"), Fault.deny());

    try (var output = new Output()) {
      var failed = TestHub.deliver(handler, hub.sweep(PROFILES));

      assertThat(failed).isEmpty();
      assertThat(value(output.metrics().getFirst(), Metric.SWEEPS_REFUSED)).isEqualTo(1);
      assertThat(value(output.metrics().getFirst(), Metric.SWEEPS_COMPLETED)).isZero();
      assertThat(output.logs("sweep").getFirst().path("reason").asText()).isEqualTo("DENIED");
      assertThat(output.logs("sweep failure"))
          .singleElement()
          .satisfies(line -> assertThat(line.path("level").asText()).isEqualTo("WARN"));
    }
  }

  @Test
  void anUnsupportedRegionRaisesNoAlarm() {
    var scope = new Scope(TestHub.ACCOUNT, "eu-west-1", Kind.IMPORTED_MODEL);

    try (var output = new Output()) {
      TestHub.deliver(handler, hub.sweep(scope));

      assertThat(value(output.metrics().getFirst(), Metric.SWEEPS_REFUSED)).isZero();
      assertThat(output.logs("sweep").getFirst().path("reason").asText()).isEqualTo("UNSUPPORTED");
    }
  }

  @Test
  void anUnsupportedResponseForAScopeThatWasReadRaisesTheAlarm() {
    TestHub.deliver(handler, hub.sweep(MODELS));
    hub.clock.pass(Duration.ofMinutes(5));
    hub.simulator
        .faults()
        .add(
            Match.calls("ListImportedModels"),
            Fault.refuse(
                403,
                "AccessDeniedException",
                "Your account is not authorized to invoke this API operation"));

    try (var output = new Output()) {
      TestHub.deliver(handler, hub.sweep(MODELS));

      assertThat(value(output.metrics().getFirst(), Metric.SWEEPS_REFUSED)).isEqualTo(1);
      assertThat(output.logs("sweep").getFirst().path("reason").asText()).isEqualTo("DENIED");
    }
  }

  @Test
  void aPartialSweepIsAProcessedMessage() {
    var model = hub.region().importModel("reader", 1, Map.of());
    hub.simulator
        .faults()
        .add(Match.calls("GetImportedModel").about(model.arn()), Fault.serverError());

    var failed = TestHub.deliver(handler, hub.sweep(MODELS));

    assertThat(failed).isEmpty();
    assertThat(outcome(MODELS)).isEqualTo(Outcome.PARTIAL);
  }

  @Test
  void anUnreadableMessageFailsAloneAndIsRetriedSoon() {
    hub.region().createProfile("alpha", Map.of());

    var failed =
        TestHub.deliver(
            handler,
            "no JSON",
            hub.sweep(PROFILES),
            "{\"account\":\"111122223333\",\"region\":\"us-east-2\",\"kind\":\"model\"}",
            "[]");

    assertThat(failed).containsExactly("1", "3", "4");
    assertThat(outcome(PROFILES)).isEqualTo(Outcome.COMPLETE);
    assertThat(hub.simulator.calls().of("ChangeMessageVisibility"))
        .extracting(call -> call.parameters().path("ReceiptHandle").asText())
        .containsExactly("receipt-1", "receipt-3", "receipt-4");
    assertThat(hub.simulator.calls().of("ChangeMessageVisibility"))
        .extracting(call -> call.parameters().path("VisibilityTimeout").asInt())
        .containsOnly(30);
  }

  @Test
  void aMessageWhoseVisibilityCannotBeShortenedStillFails() {
    hub.simulator.faults().add(Match.calls("ChangeMessageVisibility"), Fault.deny());

    assertThat(TestHub.deliver(handler, "no JSON")).containsExactly("1");
  }

  @Test
  void aMissingLedgerFailsTheMessageAndTheErrorIsReported() {
    hub.environment.put(Variable.TABLE.key(), "another-table");
    var misconfigured = new SweepHandler(hub.wiring());

    try (var output = new Output()) {
      var failed = TestHub.deliver(misconfigured, hub.sweep(PROFILES));

      assertThat(failed).containsExactly("1");
      assertThat(output.metrics()).isEmpty();
      assertThat(output.logs("message failed"))
          .singleElement()
          .satisfies(line -> {
            assertThat(line.path("level").asText()).isEqualTo("ERROR");
            assertThat(line.path("error").toString()).contains("another-table");
          });
    }
  }

  @Test
  void aTaskPlannedBeforeTheLastCompleteObservationIsSkipped() {
    var early = hub.sweep(PROFILES);
    hub.clock.pass(Duration.ofMinutes(1));
    TestHub.deliver(handler, hub.sweep(PROFILES));
    hub.simulator.calls().clear();

    try (var output = new Output()) {
      var failed = TestHub.deliver(handler, early);

      assertThat(failed).isEmpty();
      assertThat(hub.simulator.calls().all()).isEmpty();
      assertThat(output.logs("sweep").getFirst().path("outcome").asText()).isEqualTo("SKIPPED");
      assertThat(output.metrics()).isEmpty();
    }
  }

  @Test
  void anotherAccountIsReadThroughItsRole() {
    var other = new Scope("444455556666", TestHub.REGION, Kind.APPLICATION_INFERENCE_PROFILE);
    hub.simulator.place("444455556666", TestHub.REGION).createProfile("theirs", Map.of());
    hub.region().createProfile("ours", Map.of());
    hub.environment.put(Variable.EXTERNAL_ID.key(), "agreed-1");
    var sweeper = new SweepHandler(hub.wiring());

    TestHub.deliver(sweeper, hub.sweep(other, "BedrockInventoryReader2"));

    assertThat(names(other)).containsExactly("theirs");
    assertThat(hub.simulator.calls().of("AssumeRole"))
        .singleElement()
        .satisfies(call -> {
          assertThat(call.parameters().path("RoleArn").asText())
              .isEqualTo("arn:aws:iam::444455556666:role/BedrockInventoryReader2");
          assertThat(call.parameters().path("ExternalId").asText()).isEqualTo("agreed-1");
        });
    assertThat(hub.simulator.calls().of("ListInferenceProfiles"))
        .extracting(call -> call.account() + " " + call.user())
        .containsOnly("444455556666 BedrockInventoryReader2");
  }

  @Test
  void aRoleThatCannotBeAssumedMakesTheSweepDenied() {
    var other = new Scope("444455556666", TestHub.REGION, Kind.IMPORTED_MODEL);
    hub.simulator.faults().add(Match.calls("AssumeRole"), Fault.deny());

    try (var output = new Output()) {
      var failed = TestHub.deliver(handler, hub.sweep(other, "BedrockInventoryReader2"));

      assertThat(failed).isEmpty();
      assertThat(output.logs("sweep").getFirst().path("reason").asText()).isEqualTo("DENIED");
    }
  }

  @Test
  void invocationsShareClientsAndCredentials() {
    var scopes =
        List.of(
            new Scope("444455556666", TestHub.REGION, Kind.IMPORTED_MODEL),
            new Scope("444455556666", TestHub.REGION, Kind.APPLICATION_INFERENCE_PROFILE),
            new Scope("444455556666", "us-west-2", Kind.IMPORTED_MODEL));

    scopes.forEach(scope -> TestHub.deliver(handler, hub.sweep(scope, "BedrockInventoryReader2")));

    assertThat(scopes).extracting(this::outcome).containsOnly(Outcome.COMPLETE);
    assertThat(hub.simulator.calls().count("AssumeRole")).isEqualTo(1);
  }

  @Test
  void missingSettingsAreNamed() {
    hub.environment.remove(Variable.TABLE.key());
    hub.environment.put(Variable.CALLS_PER_SECOND.key(), "many");
    hub.environment.put("AWS_ENDPOINT_URL_SQS", "nowhere");

    assertThatThrownBy(hub::wiring)
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining("INVENTORY_TABLE is not set")
        .hasMessageContaining("INVENTORY_CALLS_PER_SECOND is 'many'")
        .hasMessageContaining("AWS_ENDPOINT_URL_SQS is 'nowhere'");
  }

  private Outcome outcome(Scope scope) {
    return hub.reader()
        .scopes()
        .map(stored -> stored.value().state())
        .filter(state -> state.scope().equals(scope))
        .findFirst()
        .flatMap(state -> state.outcome())
        .orElseThrow();
  }

  private List<String> names(Scope scope) {
    return hub.reader()
        .heads(scope)
        .map(StoredItem::value)
        .map(head -> head.document())
        .flatMap((Document document) -> document.name(scope.kind()).stream())
        .toList();
  }

  private static int value(JsonNode line, Metric metric) {
    return line.path(metric.key()).asInt(-1);
  }
}
