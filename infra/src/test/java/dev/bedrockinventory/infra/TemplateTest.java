package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.ledger.TableLayout;
import dev.bedrockinventory.ledger.dynamodb.TableDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

final class TemplateTest {
  private final Template template = Synthesized.once().template();

  @Test
  void theTableMatchesTheDefinitionOfTheLedger() {
    var table = template.properties("AWS::DynamoDB::Table", "LedgerTable");
    var definition = TableDefinition.of("any");

    assertThat(table.path("BillingMode").asText()).isEqualTo(definition.billingModeAsString());
    assertThat(pairs(table.path("AttributeDefinitions"), "AttributeName", "AttributeType"))
        .isEqualTo(attributes(definition.attributeDefinitions()));
    assertThat(pairs(table.path("KeySchema"), "AttributeName", "KeyType"))
        .isEqualTo(keys(definition.keySchema()));
    assertThat(table.path("StreamSpecification").path("StreamViewType").asText())
        .isEqualTo(definition.streamSpecification().streamViewTypeAsString());
    assertThat(definition.globalSecondaryIndexes())
        .hasSameSizeAs(table.path("GlobalSecondaryIndexes"))
        .allSatisfy(index -> isIndex(table.path("GlobalSecondaryIndexes").path(0), index));
  }

  @Test
  void theIndexContainsRevisionsWithoutTheirDocuments() {
    var projected =
        template
            .properties("AWS::DynamoDB::Table", "LedgerTable")
            .path("GlobalSecondaryIndexes")
            .path(0)
            .path("Projection")
            .path("NonKeyAttributes");

    assertThat(Template.texts(projected))
        .containsExactlyInAnyOrder(
            "change", "observedAt", "fields", "proofs", "contentHash", "previousHash", "chainHash");
  }

  @Test
  void theTableIsEncryptedBackedUpAndProtectedFromDeletion() {
    var resource = template.json().path("Resources").path("LedgerTable");
    var table = resource.path("Properties");

    assertThat(resource.path("DeletionPolicy").asText()).isEqualTo("Retain");
    assertThat(resource.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
    assertThat(table.path("DeletionProtectionEnabled").asBoolean()).isTrue();
    assertThat(table.path("SSESpecification").path("SSEEnabled").asBoolean()).isTrue();
    assertThat(
            table
                .path("PointInTimeRecoverySpecification")
                .path("PointInTimeRecoveryEnabled")
                .asBoolean())
        .isTrue();
    assertThat(table.path("TimeToLiveSpecification").path("AttributeName").asText())
        .isEqualTo(TableLayout.EXPIRES_AT);
  }

  @Test
  void resourcesWithStateHaveFixedLogicalIds() {
    assertThat(template.resources("AWS::DynamoDB::Table")).containsOnlyKeys("LedgerTable");
    assertThat(template.resources("AWS::SSM::Parameter"))
        .containsOnlyKeys("TargetsDefaults", "TargetsAccounts");
    assertThat(template.resources("AWS::SQS::Queue"))
        .containsOnlyKeys(
            "EventDeadLetters",
            "EventQueue",
            "FeedFailures",
            "PlanDeadLetters",
            "SweepDeadLetters",
            "SweepQueue");
    assertThat(template.resources("AWS::Events::EventBus")).containsOnlyKeys("ChangeBus", "HubBus");
    assertThat(template.resources("AWS::IAM::Role"))
        .as("member accounts trust these")
        .containsKeys("SweepsSweepRole", "RefreshesRefreshRole");
    assertThat(template.resources("AWS::SNS::Topic")).containsOnlyKeys("AlarmTopic");
  }

  @Test
  void functionsHaveSnapStartArmJsonLogsAndTraces() {
    assertThat(template.resources("AWS::Lambda::Function"))
        .hasSize(5)
        .allSatisfy((id, function) -> {
          var properties = function.path("Properties");
          assertThat(properties.path("Runtime").asText()).isEqualTo("java25");
          assertThat(Template.texts(properties.path("Architectures"))).containsExactly("arm64");
          assertThat(properties.path("SnapStart").path("ApplyOn").asText())
              .isEqualTo("PublishedVersions");
          assertThat(properties.path("LoggingConfig").path("LogFormat").asText()).isEqualTo("JSON");
          assertThat(properties.path("LoggingConfig").path("ApplicationLogLevel").asText())
              .isEqualTo("INFO");
          assertThat(properties.path("TracingConfig").path("Mode").asText()).isEqualTo("Active");
          assertThat(properties.path("MemorySize").asInt()).isEqualTo(1024);
        });
    assertThat(template.resources("AWS::Lambda::Version").values())
        .as("the alias can be set back to an earlier version")
        .hasSize(5)
        .allSatisfy(
            version -> assertThat(version.path("DeletionPolicy").asText()).isEqualTo("Retain"));
    assertThat(template.resources("AWS::Lambda::Alias")).hasSize(5);
    assertThat(template.properties("AWS::Lambda::Function", "SweepsSweep").path("Timeout").asInt())
        .isEqualTo(900);
    assertThat(template.properties("AWS::Lambda::Function", "PlanPlanner").path("Timeout").asInt())
        .isEqualTo(300);
    assertThat(template.resources("AWS::Logs::LogGroup").values())
        .hasSize(5)
        .allSatisfy(group ->
            assertThat(group.path("Properties").path("RetentionInDays").asInt()).isEqualTo(30));
  }

  @Test
  void theScheduleCallsThePlannerAliasAndEndsBeforeTheNextCall() {
    var schedule = template.properties("AWS::Scheduler::Schedule", "Plan");
    var target = schedule.path("Target");

    assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("rate(15 minutes)");
    assertThat(schedule.path("FlexibleTimeWindow").path("Mode").asText()).isEqualTo("FLEXIBLE");
    assertThat(target.path("Arn").path("Ref").asText()).startsWith("PlanPlannerLive");
    assertThat(target.path("Input").asText())
        .isEqualTo("{\"time\":\"<aws.scheduler.scheduled-time>\"}");
    assertThat(target.path("RetryPolicy").path("MaximumRetryAttempts").asInt()).isEqualTo(3);
    assertThat(
            60 * schedule.path("FlexibleTimeWindow").path("MaximumWindowInMinutes").asInt()
                + target.path("RetryPolicy").path("MaximumEventAgeInSeconds").asInt())
        .isLessThan(15 * 60);
    assertThat(target.path("DeadLetterConfig").path("Arn").path("Fn::GetAtt").path(0).asText())
        .isEqualTo("PlanDeadLetters");
    assertThat(
            template
                .properties("AWS::Lambda::EventInvokeConfig", "Plan")
                .path("DestinationConfig")
                .path("OnFailure")
                .path("Destination")
                .path("Fn::GetAtt")
                .path(0)
                .asText())
        .isEqualTo("PlanDeadLetters");
  }

  @Test
  void aFailedPlanIsRetriedTwice() {
    var calls = template.properties("AWS::Lambda::EventInvokeConfig", "Plan");

    assertThat(calls.path("Qualifier").toString()).contains("PlanPlannerLive");
    assertThat(calls.path("MaximumRetryAttempts").asInt(-1)).isEqualTo(2);
  }

  @Test
  void theSweepQueueIsFifoAndItsVisibilityExceedsASweep() {
    var queue = template.properties("AWS::SQS::Queue", "SweepQueue");

    assertThat(queue.path("FifoQueue").asBoolean()).isTrue();
    assertThat(queue.path("VisibilityTimeout").asInt()).isEqualTo(960);
    assertThat(queue.path("MessageRetentionPeriod").asInt()).isEqualTo(4 * 3600);
    assertThat(queue.path("RedrivePolicy").path("maxReceiveCount").asInt()).isEqualTo(2);
    assertThat(
            queue
                .path("RedrivePolicy")
                .path("deadLetterTargetArn")
                .path("Fn::GetAtt")
                .path(0)
                .asText())
        .isEqualTo("SweepDeadLetters");
  }

  @Test
  void theSweepFunctionReceivesOneMessageAndReportsItsFailure() {
    var poller = template.properties("AWS::Lambda::EventSourceMapping", "SweepPoller");

    assertThat(poller.path("BatchSize").asInt()).isEqualTo(1);
    assertThat(Template.texts(poller.path("FunctionResponseTypes")))
        .containsExactly("ReportBatchItemFailures");
    assertThat(poller.path("ScalingConfig").path("MaximumConcurrency").asInt()).isEqualTo(5);
    assertThat(poller.path("FunctionName").toString()).contains(":live");
  }

  @Test
  void theOutputsAreWhatOperatorsAndOtherAccountsNeed() {
    var outputs = new TreeMap<String, String>();
    template
        .json()
        .path("Outputs")
        .properties()
        .forEach(
            output -> outputs.put(output.getKey(), Template.flat(output.getValue().path("Value"))));

    assertThat(outputs)
        .isEqualTo(
            Map.of(
                "Table", "${LedgerTable}",
                "TargetsPath", "/bedrock-inventory/targets",
                "AlarmTopic", "${AlarmTopic}",
                "ChangeBus", "${ChangeBus}",
                "DashboardFunction", "${DashboardLive}",
                "HubBus", "${HubBus.Arn}",
                "HubRoles", "${SweepsSweepRole.Arn},${RefreshesRefreshRole.Arn}"));
  }

  @Test
  void synthesisIsDeterministic() {
    assertThat(Synthesized.synthesize(Synthesized.context()).template()).isEqualTo(template);
  }

  private static void isIndex(JsonNode index, GlobalSecondaryIndex definition) {
    assertThat(index.path("IndexName").asText()).isEqualTo(definition.indexName());
    assertThat(pairs(index.path("KeySchema"), "AttributeName", "KeyType"))
        .isEqualTo(keys(definition.keySchema()));
    assertThat(index.path("Projection").path("ProjectionType").asText())
        .isEqualTo(definition.projection().projectionTypeAsString());
    assertThat(Template.texts(index.path("Projection").path("NonKeyAttributes")))
        .isEqualTo(definition.projection().nonKeyAttributes());
  }

  private static Map<String, String> attributes(List<AttributeDefinition> definitions) {
    var attributes = new TreeMap<String, String>();
    definitions.forEach(
        attribute -> attributes.put(attribute.attributeName(), attribute.attributeTypeAsString()));
    return attributes;
  }

  private static Map<String, String> keys(List<KeySchemaElement> elements) {
    var keys = new TreeMap<String, String>();
    elements.forEach(key -> keys.put(key.attributeName(), key.keyTypeAsString()));
    return keys;
  }

  private static Map<String, String> pairs(JsonNode list, String key, String value) {
    var pairs = new TreeMap<String, String>();
    list.forEach(item -> pairs.put(item.path(key).asText(), item.path(value).asText()));
    return pairs;
  }
}
