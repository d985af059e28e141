package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bedrockinventory.feed.StreamFilter;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The event buses, the event queue and the event source mappings. */
final class HubTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Template template = Synthesized.once().template();

  @Test
  void theBusesHaveFixedNames() {
    assertThat(template.properties("AWS::Events::EventBus", "HubBus").path("Name").asText())
        .isEqualTo("bedrock-inventory-hub");
    assertThat(template.properties("AWS::Events::EventBus", "ChangeBus").path("Name").asText())
        .isEqualTo("bedrock-inventory-changes");
  }

  @Test
  void withoutAnOrganizationNoOtherAccountMaySend() {
    assertThat(template.resources("AWS::Events::EventBusPolicy")).isEmpty();
  }

  @Test
  void theHubBusAcceptsOnlyMatchingEventsOfTheOrganization() throws IOException {
    var synthesized = Synthesized.ofOrganization();

    var policies = synthesized.template().resources("AWS::Events::EventBusPolicy");
    assertThat(policies).hasSize(1);
    assertThat(policies.firstEntry().getValue().path("Properties"))
        .isEqualTo(
            json(
                """
                {"EventBusName": {"Ref": "HubBus"}, "StatementId": "Organization", "Statement": {
                  "Sid": "Organization", "Effect": "Allow", "Principal": "*",
                  "Action": "events:PutEvents", "Resource": {"Fn::GetAtt": ["HubBus", "Arn"]},
                  "Condition": {
                    "StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"},
                    "Null": {"events:source": "false", "events:detail-type": "false"},
                    "ForAllValues:StringEquals": {
                      "events:source": ["aws.bedrock", "aws.tagging"],
                      "events:detail-type": ["AWS API Call via CloudTrail"]}}}}
                """));
    assertThat(parameter(synthesized.member(), "OrganizationId")).isEqualTo("o-a1b2c3d4e5");
  }

  @Test
  void theEventQueueIsStandardAndItsVisibilityIsSixTimeouts() {
    var queue = template.properties("AWS::SQS::Queue", "EventQueue");
    var timeout =
        template.properties("AWS::Lambda::Function", "RefreshesRefresh").path("Timeout").asInt();

    assertThat(queue.has("FifoQueue")).isFalse();
    assertThat(timeout).isPositive();
    assertThat(queue.path("VisibilityTimeout").asInt()).isEqualTo(6 * timeout);
    assertThat(queue.path("SqsManagedSseEnabled").asBoolean()).isTrue();
    assertThat(queue.path("RedrivePolicy").path("maxReceiveCount").asInt()).isEqualTo(8);
    assertThat(Template.flat(queue.path("RedrivePolicy").path("deadLetterTargetArn")))
        .isEqualTo("${EventDeadLetters.Arn}");
    for (var dead : new String[] {"EventDeadLetters", "FeedFailures"}) {
      assertThat(
              template.properties("AWS::SQS::Queue", dead).path("MessageRetentionPeriod").asInt())
          .isEqualTo(14 * 24 * 3600);
    }
  }

  /** A standard queue with message groups is a fair queue. */
  @Test
  void eachEventIsInTheMessageGroupOfItsAccount() {
    var targets =
        template.resources("AWS::Events::Rule").values().stream()
            .map(rule -> rule.path("Properties").path("Targets").path(0))
            .toList();

    assertThat(targets)
        .hasSize(4)
        .allSatisfy(target ->
            assertThat(target.path("SqsParameters").path("MessageGroupId").asText())
                .isEqualTo("$.account"));
  }

  @Test
  void theRefreshFunctionReceivesTheEventsOfASecondAndReportsEachFailure() {
    var poller = template.properties("AWS::Lambda::EventSourceMapping", "RefreshPoller");

    assertThat(Template.flat(poller.path("EventSourceArn"))).isEqualTo("${EventQueue.Arn}");
    assertThat(poller.path("BatchSize").asInt()).isEqualTo(10);
    assertThat(poller.path("MaximumBatchingWindowInSeconds").asInt()).isEqualTo(1);
    assertThat(poller.path("ScalingConfig").path("MaximumConcurrency").asInt()).isEqualTo(5);
    assertThat(Template.texts(poller.path("FunctionResponseTypes")))
        .containsExactly("ReportBatchItemFailures");
    assertThat(poller.path("FunctionName").toString()).contains(":live");
  }

  @Test
  void theFeedReadsTheCompleteFilteredStreamAndKeepsFailedPositions() {
    var poller = template.properties("AWS::Lambda::EventSourceMapping", "FeedPoller");

    assertThat(Template.flat(poller.path("EventSourceArn"))).isEqualTo("${LedgerTable.StreamArn}");
    assertThat(poller.path("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
    assertThat(poller.path("BisectBatchOnFunctionError").asBoolean()).isTrue();
    assertThat(poller.path("MaximumRetryAttempts").asInt()).isEqualTo(30);
    assertThat(poller.has("MaximumRecordAgeInSeconds")).isFalse();
    assertThat(Template.texts(poller.path("FunctionResponseTypes")))
        .containsExactly("ReportBatchItemFailures");
    assertThat(
            Template.flat(poller.path("DestinationConfig").path("OnFailure").path("Destination")))
        .isEqualTo("${FeedFailures.Arn}");
    assertThat(poller.path("FilterCriteria").path("Filters"))
        .extracting(filter -> filter.path("Pattern").asText())
        .containsExactlyElementsOf(
            Arrays.stream(StreamFilter.values()).map(StreamFilter::pattern).toList());
    assertThat(poller.path("FunctionName").toString()).contains(":live");
  }

  /** Lambda rejects a second mapping of a source to a function. */
  @Test
  void noSourceIsMappedToAFunctionTwice() {
    assertThat(template.resources("AWS::Lambda::EventSourceMapping"))
        .as("CloudFormation creates a resource with another logical id before it deletes the old")
        .containsOnlyKeys("FeedPoller", "RefreshPoller", "SweepPoller");
    assertThat(template.resources("AWS::Lambda::EventSourceMapping").values())
        .extracting(mapping -> mapping.path("Properties"))
        .extracting(mapping -> mapping.path("EventSourceArn") + "→" + mapping.path("FunctionName"))
        .doesNotHaveDuplicates();
  }

  private static String parameter(Template template, String name) {
    return template.json().path("Parameters").path(name).path("Default").asText();
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text);
  }
}
