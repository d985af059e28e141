package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** All alarms, in full. */
final class AlarmsTest {
  private final Template template = Synthesized.once().template();

  @Test
  void everyAlarmHasItsMetricAndThreshold() {
    var alarms = new TreeSet<String>();
    template
        .resources("AWS::CloudWatch::Alarm")
        .forEach((id, alarm) -> alarms.add(described(id, alarm.path("Properties"))));

    assertThat(alarms)
        .containsExactlyInAnyOrder(
            "ApiDrift: BedrockInventory UnmodelledMembers of Service bedrock-inventory,"
                + " Maximum of 3600 s, over 0 for 1, notBreaching",
            "DamagedScopes: BedrockInventory DamagedScopes of Service bedrock-inventory,"
                + " Maximum of 1800 s, over 0 for 1, notBreaching",
            "EventDeadLetters: AWS/SQS ApproximateNumberOfMessagesVisible of QueueName"
                + " ${EventDeadLetters.QueueName}, Maximum of 300 s, over 0 for 1, notBreaching",
            "EventsWaiting: AWS/SQS ApproximateAgeOfOldestMessage of QueueName"
                + " ${EventQueue.QueueName}, Maximum of 300 s, over 3600 for 1, notBreaching",
            "FeedErrors: AWS/Lambda Errors of FunctionName ${FeedTellFunction},"
                + " Sum of 300 s, over 0 for 1, notBreaching",
            "FeedFailures: AWS/SQS ApproximateNumberOfMessagesVisible of QueueName"
                + " ${FeedFailures.QueueName}, Maximum of 300 s, over 0 for 1, notBreaching",
            "FeedLag: AWS/Lambda IteratorAge of FunctionName ${FeedTellFunction},"
                + " Maximum of 300 s, over 900000 for 1, notBreaching",
            "FeedThrottles: AWS/Lambda Throttles of FunctionName ${FeedTellFunction},"
                + " Sum of 300 s, over 0 for 1, notBreaching",
            "HistoryTampered: BedrockInventory HistoryTampered of Service bedrock-inventory,"
                + " Sum of 300 s, over 0 for 1, notBreaching",
            "MassDeletion: BedrockInventory DeletionsRecorded of Service bedrock-inventory,"
                + " Sum of 3600 s, over 19 for 1, notBreaching",
            "OldestCompleteLook: BedrockInventory OldestCompleteLookAge of Service"
                + " bedrock-inventory, Maximum of 1800 s, over 2700 for 1, breaching",
            "PlannerDeadLetters: AWS/SQS ApproximateNumberOfMessagesVisible of QueueName"
                + " ${PlanDeadLetters.QueueName}, Maximum of 300 s, over 0 for 1, notBreaching",
            "PlannerErrors: AWS/Lambda Errors of FunctionName ${PlanPlannerFunction},"
                + " Sum of 300 s, over 0 for 1, notBreaching",
            "PlannerThrottles: AWS/Lambda Throttles of FunctionName ${PlanPlannerFunction},"
                + " Sum of 300 s, over 0 for 1, notBreaching",
            "RefreshErrors: AWS/Lambda Errors of FunctionName ${RefreshesRefreshFunction},"
                + " Sum of 300 s, over 0 for 1, notBreaching",
            "RefreshThrottles: AWS/Lambda Throttles of FunctionName ${RefreshesRefreshFunction},"
                + " Sum of 300 s, over 0 for 1, notBreaching",
            "RefusedSweeps: BedrockInventory SweepsRefused of Service bedrock-inventory,"
                + " Sum of 1800 s, over 0 for 2, notBreaching",
            "SweepDeadLetters: AWS/SQS ApproximateNumberOfMessagesVisible of QueueName"
                + " ${SweepDeadLetters.QueueName}, Maximum of 300 s, over 0 for 1, notBreaching",
            "SweepErrors: AWS/Lambda Errors of FunctionName ${SweepsSweepFunction},"
                + " Sum of 300 s, over 0 for 1, notBreaching",
            "SweepThrottles: AWS/Lambda Throttles of FunctionName ${SweepsSweepFunction},"
                + " Sum of 300 s, over 0 for 1, notBreaching",
            "TargetProblems: BedrockInventory TargetProblems of Service bedrock-inventory,"
                + " Maximum of 1800 s, over 0 for 1, notBreaching",
            "TargetsLost: BedrockInventory TargetsLost of Service bedrock-inventory,"
                + " Maximum of 1800 s, over 10 for 1, notBreaching");
  }

  @Test
  void everyAlarmPublishesToTheTopicOnly() {
    assertThat(template.resources("AWS::CloudWatch::Alarm").values())
        .allSatisfy(alarm -> {
          var properties = alarm.path("Properties");
          assertThat(properties.path("AlarmActions")).hasSize(1);
          assertThat(Template.flat(properties.path("AlarmActions").path(0)))
              .isEqualTo("${AlarmTopic}");
          assertThat(properties.has("ActionsEnabled")).isFalse();
          assertThat(properties.path("ComparisonOperator").asText())
              .isEqualTo("GreaterThanThreshold");
        });
  }

  private static String described(String id, JsonNode alarm) {
    assertThat(alarm.path("Dimensions")).as(id).hasSize(1);
    var dimension = alarm.path("Dimensions").path(0);
    return "%s: %s %s of %s %s, %s of %d s, over %d for %d, %s"
        .formatted(
            Template.name(id).replaceFirst("Watch", ""),
            alarm.path("Namespace").asText(),
            alarm.path("MetricName").asText(),
            dimension.path("Name").asText(),
            Template.flat(dimension.path("Value")),
            alarm.path("Statistic").asText(),
            alarm.path("Period").asInt(),
            alarm.path("Threshold").asInt(),
            alarm.path("EvaluationPeriods").asInt(),
            alarm.path("TreatMissingData").asText());
  }
}
