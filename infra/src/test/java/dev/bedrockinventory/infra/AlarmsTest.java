package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** All alarms, in full. */
final class AlarmsTest {
  private static final Map<String, String> OPERATORS =
      Map.of("GreaterThanThreshold", "over", "LessThanThreshold", "under");

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
            "ChangesWithoutAuthor: IF(FILL(found, 0) + FILL(reported, 0) >= 5,"
                + " 100 * FILL(found, 0) / (FILL(found, 0) + FILL(reported, 0)), 0)"
                + " with found = ChangesWithoutAuthor, Sum of 86400 s"
                + " and reported = ChangesWithAuthor, Sum of 86400 s, over 50 for 1, notBreaching",
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
            "FeedSilent: BedrockInventory Heartbeats of Service bedrock-inventory,"
                + " Sum of 1800 s, under 1 for 1, breaching",
            "FeedThrottles: AWS/Lambda Throttles of FunctionName ${FeedTellFunction},"
                + " Sum of 300 s, over 0 for 1, notBreaching",
            "HistoryTampered: BedrockInventory HistoryTampered of Service bedrock-inventory,"
                + " Sum of 300 s, over 0 for 1, notBreaching",
            "MassDeletion: BedrockInventory MostDeletions of Service bedrock-inventory,"
                + " Maximum of 3600 s, over 19 for 1, notBreaching",
            "OldestCompleteLook: BedrockInventory OldestCompleteLookAge of Service"
                + " bedrock-inventory, Maximum of 1800 s, over 86400 for 1, notBreaching",
            "PlannerDeadLetters: AWS/SQS ApproximateNumberOfMessagesVisible of QueueName"
                + " ${PlanDeadLetters.QueueName}, Maximum of 300 s, over 0 for 1, notBreaching",
            "PlannerErrors: AWS/Lambda Errors of FunctionName ${PlanPlannerFunction},"
                + " Sum of 300 s, over 0 for 1, notBreaching",
            "PlannerSilent: BedrockInventory ScopesPlanned of Service bedrock-inventory,"
                + " SampleCount of 1800 s, under 1 for 1, breaching",
            "PlannerThrottles: AWS/Lambda Throttles of FunctionName ${PlanPlannerFunction},"
                + " Sum of 300 s, over 0 for 1, notBreaching",
            "RefreshErrors: AWS/Lambda Errors of FunctionName ${RefreshesRefreshFunction},"
                + " Sum of 300 s, over 0 for 1, notBreaching",
            "RefreshThrottles: AWS/Lambda Throttles of FunctionName ${RefreshesRefreshFunction},"
                + " Sum of 300 s, over 0 for 1, notBreaching",
            "RefusedSweeps: BedrockInventory NewlyRefusedScopes of Service bedrock-inventory,"
                + " Maximum of 1800 s, over 0 for 2, notBreaching",
            "StaleScopes: BedrockInventory StaleScopes of Service bedrock-inventory,"
                + " Maximum of 1800 s, over 0 for 1, notBreaching",
            "StaleShare: IF(planned > 0, 100 * stale / planned, 0)"
                + " with planned = ScopesPlanned, Maximum of 1800 s"
                + " and stale = StaleScopes, Maximum of 1800 s, over 5 for 1, notBreaching",
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
        });
  }

  private static String described(String id, JsonNode alarm) {
    return "%s: %s, %s %d for %d, %s"
        .formatted(
            Template.name(id).replaceFirst("Watch", ""),
            alarm.has("Metrics") ? math(alarm.path("Metrics")) : metric(alarm),
            OPERATORS.get(alarm.path("ComparisonOperator").asText()),
            alarm.path("Threshold").asInt(),
            alarm.path("EvaluationPeriods").asInt(),
            alarm.path("TreatMissingData").asText());
  }

  private static String metric(JsonNode alarm) {
    assertThat(alarm.path("Dimensions")).hasSize(1);
    var dimension = alarm.path("Dimensions").path(0);
    return "%s %s of %s %s, %s of %d s"
        .formatted(
            alarm.path("Namespace").asText(),
            alarm.path("MetricName").asText(),
            dimension.path("Name").asText(),
            Template.flat(dimension.path("Value")),
            alarm.path("Statistic").asText(),
            alarm.path("Period").asInt());
  }

  private static String math(JsonNode metrics) {
    var expression = "";
    var parts = new TreeSet<String>();
    for (var metric : metrics) {
      if (metric.has("Expression")) {
        expression = metric.path("Expression").asText();
      } else {
        var stat = metric.path("MetricStat");
        parts.add(
            "%s = %s, %s of %d s"
                .formatted(
                    metric.path("Id").asText(),
                    stat.path("Metric").path("MetricName").asText(),
                    stat.path("Stat").asText(),
                    stat.path("Period").asInt()));
      }
    }
    return expression + " with " + String.join(" and ", parts);
  }
}
