package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.feed.ChangeEvent;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Changes reach the people who asked for them, as sentences, and no others. */
final class NotificationsTest {
  private static final String TOPIC = "arn:aws:sns:us-east-2:111122223333:changes";

  @Test
  void withoutReceiversNothingIsDeployed() {
    var template = Synthesized.once().template();

    assertThat(template.resources("AWS::SNS::Subscription")).isEmpty();
    assertThat(template.resources("AWS::Events::Rule").keySet())
        .noneMatch(id -> id.startsWith("Notify"));
  }

  @Test
  void everyAddressIsSubscribedToATopicOfTheStack() {
    var template = deployed("audit@example.com, finops@example.com", Map.of());

    assertThat(template.resources("AWS::SNS::Subscription").values())
        .hasSize(2)
        .allSatisfy(subscription -> {
          var properties = subscription.path("Properties");
          assertThat(properties.path("Protocol").asText()).isEqualTo("email");
          assertThat(Template.flat(properties.path("TopicArn"))).isEqualTo("${NotifyTopic}");
          assertThat(Template.flat(properties.path("RedrivePolicy").path("deadLetterTargetArn")))
              .isEqualTo("${FeedFailures.Arn}");
        })
        .extracting(subscription -> subscription.path("Properties").path("Endpoint").asText())
        .containsExactlyInAnyOrder("audit@example.com", "finops@example.com");
    assertThat(Template.flat(target(template).path("Arn"))).isEqualTo("${NotifyTopic}");
  }

  @Test
  void onlyTheRuleMayPublishToTheTopic() {
    var template = deployed("audit@example.com", Map.of());

    var statements =
        template
            .properties("AWS::SNS::TopicPolicy", "NotifyTopicPolicy")
            .path("PolicyDocument")
            .path("Statement");
    assertThat(statements).hasSize(2);
    assertThat(statements.path(0).path("Effect").asText()).isEqualTo("Deny");
    assertThat(statements.path(1).path("Principal").path("Service").asText())
        .isEqualTo("events.amazonaws.com");
    assertThat(
            Template.flat(
                statements.path(1).path("Condition").path("ArnEquals").path("aws:SourceArn")))
        .isEqualTo("${NotifyRule.Arn}");
  }

  @Test
  void anExistingTopicIsNotifiedAndNotChanged() {
    var template = deployed(TOPIC, Map.of());

    assertThat(target(template).path("Arn").asText()).isEqualTo(TOPIC);
    assertThat(template.resources("AWS::SNS::Topic")).containsOnlyKeys("AlarmTopic");
    assertThat(template.resources("AWS::SNS::TopicPolicy")).hasSize(1);
  }

  @Test
  void theMessageIsTheSentenceOfTheEvent() {
    var event = CanonicalJson.parse(ChangeEvent.of(revision(ChangeKind.DELETED, "search")).json());
    var target = target(deployed(TOPIC, Map.of()));

    var pointer = target.path("InputPath").asText().replace("$.detail", "").replace('.', '/');
    assertThat(event.at(pointer).asText()).contains(" checkout-chat ", "was deleted");
    assertThat(Template.flat(target.path("DeadLetterConfig").path("Arn")))
        .as("what cannot be delivered raises the alarm FeedFailures")
        .isEqualTo("${FeedFailures.Arn}");
  }

  @Test
  void withoutAFilterEveryChangeMatches() {
    var pattern = pattern(deployed(TOPIC, Map.of()));

    for (var change : List.of(ChangeKind.CREATED, ChangeKind.UPDATED, ChangeKind.DELETED)) {
      assertThat(pattern.matches(event(revision(change, "search")))).isTrue();
    }
  }

  @Test
  void aFilterSelectsChangesByTheirMembers() {
    var filter =
        Map.of(
            "change",
            List.of("DELETED", "UPDATED"),
            "document",
            Map.of("tags", Map.of("team", List.of(Map.of("prefix", "sea")))));
    var pattern = pattern(deployed(TOPIC, filter));

    assertThat(pattern.matches(event(revision(ChangeKind.DELETED, "search")))).isTrue();
    assertThat(pattern.matches(event(revision(ChangeKind.UPDATED, "search")))).isTrue();
    assertThat(pattern.matches(event(revision(ChangeKind.CREATED, "search")))).isFalse();
    assertThat(pattern.matches(event(revision(ChangeKind.DELETED, "ads")))).isFalse();
  }

  @Test
  void aFilterOfTheCommandLineIsText() {
    var pattern = pattern(deployed(TOPIC, "{\"kind\":[\"imported-model\"]}"));

    assertThat(pattern.matches(event(revision(ChangeKind.DELETED, "search")))).isFalse();
  }

  private static Template deployed(String receivers, Object filter) {
    var context = new TreeMap<>(Synthesized.context());
    context.put("notify", receivers);
    context.put("notifyFilter", filter);
    var synthesized = Synthesized.synthesize(context);
    assertThat(synthesized.findings()).isEmpty();
    return synthesized.template();
  }

  private static JsonNode target(Template template) {
    return template.properties("AWS::Events::Rule", "NotifyRule").path("Targets").path(0);
  }

  private static EventPattern pattern(Template template) {
    return EventPattern.deployed(
        template.properties("AWS::Events::Rule", "NotifyRule").path("EventPattern"),
        DeployedSystem.REGION);
  }

  private static JsonNode event(Revision revision) {
    var event = JsonNodeFactory.instance.objectNode();
    event.put("source", ChangeEvent.SOURCE).put("detail-type", ChangeEvent.DETAIL_TYPE);
    return event.set("detail", CanonicalJson.parse(ChangeEvent.of(revision).json()));
  }

  private static Revision revision(ChangeKind change, String team) {
    var document =
        new Document(
            "{\"inferenceProfileName\":\"checkout-chat\",\"tags\":{\"team\":\"%s\"}}"
                .formatted(team));
    return new Revision(
        new Arn("arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/a1"),
        2,
        change,
        Instant.parse("2026-11-22T14:20:10Z"),
        document,
        List.of(),
        Proofs.NONE,
        document.digest(),
        "",
        "");
  }
}
