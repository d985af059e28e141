package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.cloudtrail.CloudTrailEvent;
import dev.bedrockinventory.cloudtrail.CloudTrailParser;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules match the events that CloudTrail sends and the refresh handler processes. */
final class RulesTest {
  private final Template template = Synthesized.once().template();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T14:30:00Z"));
  private final Simulator simulator = Simulator.start(0, now::get, 43);
  private final SimulatedUser alice =
      new SimulatedUser(simulator, DeployedSystem.ACCOUNT, "alice", DeployedSystem.REGION);

  @AfterEach
  void close() {
    alice.close();
    simulator.close();
  }

  @Test
  void everyEventOfAChangeMatchesOneRuleOnEachBusAndIsParsed() {
    var matched = new TreeSet<String>();
    changeEverything();

    for (var record : simulator.events().drain()) {
      for (var rules : List.of(rules("EventsOwn"), rules("EventsOthers"), memberRules())) {
        assertThat(rules.filter(rule -> rule.matches(record))).as(record.toString()).hasSize(1);
      }
      assertThat(CloudTrailParser.read(CanonicalJson.write(record)))
          .isInstanceOf(CloudTrailEvent.Relevant.class);
      matched.add(record.path("detail").path("eventName").asText());
    }

    assertThat(matched)
        .containsExactlyInAnyOrderElementsOf(
            rules("EventsOwn")
                .flatMap(rule -> rule.json().findValues("eventName").stream())
                .flatMap(names -> Template.texts(names).stream())
                .distinct()
                .toList());
  }

  @Test
  void anEventOfAFailedCallMatches() {
    alice.tryToDelete("000000000000");

    var record = simulator.events().drain().getFirst();

    assertThat(record.path("detail").has("errorCode")).isTrue();
    assertThat(rules("EventsOwn").filter(rule -> rule.matches(record))).hasSize(1);
  }

  @Test
  void eventsOfTheTaggingServiceMatchOnlyForBedrockResources() {
    var profile = alice.createProfile("chat");
    alice.tagThroughTheTaggingService(profile, "team", "search");
    var record = simulator.events().drain().getLast();
    assertThat(matches(record)).isTrue();

    assertThat(matches(about(record, "arn:aws:s3:::bedrock-logs", profile))).isTrue();
    assertThat(matches(about(record, "arn:aws:s3:::bedrock-logs"))).isFalse();
    assertThat(matches(about(record, "arn:aws:lambda:us-east-2:111122223333:function:bedrock")))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"resourceARN", "resourceArn"})
  void tagEventsMatchOnlyForInventoriedTypes(String member) {
    var profile = alice.createProfile("chat");
    alice.tag(profile, "team", "search");
    var record = simulator.events().drain().getLast();
    var prefix = "arn:aws:bedrock:us-east-2:111122223333:";

    for (var resource :
        List.of(
            "inference-profile/us.amazon.nova-lite-v1:0",
            "application-inference-profile/3yh6w4d8j7j3",
            "imported-model/abcdefghij12")) {
      assertThat(matches(tagged(record, member, prefix + resource))).as(resource).isTrue();
    }
    for (var resource :
        List.of(
            "agent/ABCDEFGHIJ",
            "agent-alias/ABCDEFGHIJ/KLMNOPQRST",
            "custom-model/imported-model/abcdefghij12",
            "flow/ABCDEFGHIJ",
            "guardrail/abcdefghij12",
            "knowledge-base/ABCDEFGHIJ",
            "model-import-job/abcdefghij12",
            "prompt/ABCDEFGHIJ")) {
      assertThat(matches(tagged(record, member, prefix + resource))).as(resource).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AWSService.modelled, true",
    "Root.modelled, true",
    "WebIdentityUser-IdC.modelled, true",
    "DeleteGuardrail.recorded, false",
    "DeleteModelInvocationLoggingConfiguration.recorded, false",
    "TagResource-bedrock-agent.modelled, false",
    "TagResources-tagging.recorded, false",
    "UntagResource-bedrock-agent.modelled, false",
    "UpdateGuardrail.recorded, false"
  })
  void onDefaultBusesOnlySamplesAboutInventoriedResourcesMatch(String sample, boolean isMatch)
      throws IOException {
    var record =
        CanonicalJson.parse(
            Files.readString(
                Path.of(
                    "../shared/src/test/resources/cloudtrail/trail-%s.json".formatted(sample))));

    assertThat(patterns(template, "EventsOwn", "us-west-2").anyMatch(rule -> rule.matches(record)))
        .isEqualTo(isMatch);
    assertThat(
            patterns(Synthesized.once().member(), "Events", "us-west-2")
                .anyMatch(rule -> rule.matches(record)))
        .isEqualTo(isMatch);
  }

  /** The quota "Event pattern size" of EventBridge; the longest region names have 14 characters. */
  @Test
  void everyPatternIsWithinTheQuotaOfItsSize() {
    assertThat(
            Stream.concat(
                patterns(template, "Events", "ap-southeast-99"),
                patterns(Synthesized.once().member(), "Events", "ap-southeast-99")))
        .hasSize(6)
        .allSatisfy(
            pattern -> assertThat(CanonicalJson.write(pattern.json())).hasSizeLessThan(2_048));
  }

  @Test
  void noOtherEventMatches() {
    alice.createProfile("chat");
    var record = simulator.events().drain().getFirst();

    assertThat(matches(with(record, "source", "aws.s3"))).isFalse();
    assertThat(matches(with(record, "source", "com.example"))).isFalse();
    assertThat(matches(with(record, "detail-type", "AWS Console Sign In via CloudTrail")))
        .isFalse();
    var read = record.deepCopy();
    ((ObjectNode) read.path("detail")).put("eventName", "CreateGuardrail");
    assertThat(matches(read)).isFalse();
  }

  @Test
  void everyRuleSendsToTheEventQueueOrItsDeadLetterQueue() {
    assertThat(template.resources("AWS::Events::Rule"))
        .hasSize(4)
        .allSatisfy((id, rule) -> {
          var targets = rule.path("Properties").path("Targets");
          assertThat(targets).hasSize(1);
          assertThat(Template.flat(targets.path(0).path("Arn"))).isEqualTo("${EventQueue.Arn}");
          assertThat(Template.flat(targets.path(0).path("DeadLetterConfig").path("Arn")))
              .isEqualTo("${EventDeadLetters.Arn}");
          assertThat(targets.path(0).has("RoleArn")).isFalse();
          assertThat(rule.path("Properties").has("State")).as("switched off").isFalse();
          assertThat(rule.path("Properties").path("EventBusName").path("Ref").asText())
              .isEqualTo(id.startsWith("EventsOthers") ? "HubBus" : "");
        });
  }

  private void changeEverything() {
    var profile = alice.createProfile("chat");
    alice.tag(profile, "team", "search");
    alice.untag(profile, "team");
    alice.tagThroughTheTaggingService(profile, "team", "checkout");
    alice.untagThroughTheTaggingService(profile, "team");
    alice.delete(profile);
    alice.importModel("nightly", "reader");
    now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(5)));
    alice.deleteModel("reader");
  }

  private boolean matches(JsonNode record) {
    return rules("EventsOwn").anyMatch(rule -> rule.matches(record));
  }

  private Stream<EventPattern> rules(String prefix) {
    return patterns(template, prefix, DeployedSystem.REGION);
  }

  private static Stream<EventPattern> memberRules() {
    return patterns(Synthesized.once().member(), "Events", DeployedSystem.REGION);
  }

  private static Stream<EventPattern> patterns(Template template, String prefix, String region) {
    return template.resources("AWS::Events::Rule").entrySet().stream()
        .filter(rule -> rule.getKey().startsWith(prefix))
        .map(Map.Entry::getValue)
        .map(rule -> EventPattern.deployed(rule.path("Properties").path("EventPattern"), region));
  }

  private static JsonNode tagged(ObjectNode record, String member, String arn) {
    var other = record.deepCopy();
    ((ObjectNode) other.path("detail")).putObject("requestParameters").put(member, arn);
    return other;
  }

  private static JsonNode with(ObjectNode record, String member, String value) {
    return record.deepCopy().put(member, value);
  }

  private static JsonNode about(ObjectNode record, String... arns) {
    var other = record.deepCopy();
    var list =
        ((ObjectNode) other.path("detail").path("requestParameters")).putArray("resourceARNList");
    Stream.of(arns).forEach(list::add);
    return other;
  }
}
