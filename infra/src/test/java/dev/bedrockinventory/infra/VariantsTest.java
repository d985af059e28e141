package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deployments with the limits that the context accepts. */
final class VariantsTest {
  @Test
  void theShortestPeriodSynthesizes() throws JsonProcessingException {
    var template = synthesize(Map.of("schedule", "rate(5 minutes)"));

    assertThat(schedule(template).path("ScheduleExpression").asText()).isEqualTo("rate(5 minutes)");
    assertAges(template, 180);
    assertAlarms(template, 600, 900);
  }

  /** Three fifths of it exceed Lambda's maximum age of an asynchronous call. */
  @Test
  void theLongestPeriodSynthesizesInARegionWithoutSnapStart() throws JsonProcessingException {
    var template =
        synthesize(
            Map.of(
                "schedule", "rate(12 hours)",
                "region", "us-gov-west-1",
                "snapStart", "false"));

    assertThat(schedule(template).path("ScheduleExpression").asText())
        .isEqualTo("rate(720 minutes)");
    assertAges(template, 21_600);
    assertAlarms(template, 86_400, 129_600);
    assertThat(template.resources("AWS::Lambda::Function").values())
        .isNotEmpty()
        .allSatisfy(function -> assertThat(function.path("Properties").has("SnapStart")).isFalse());
    assertThat(template.resources("AWS::Lambda::Alias")).hasSize(5);
    assertThat(template.statements("PlanPlannerRole"))
        .hasEntrySatisfying(
            "ReadTargets",
            statement ->
                assertThat(Template.flat(statement.path("Resource")))
                    .isEqualTo(
                        "arn:${AWS::Partition}:ssm:us-gov-west-1:${AWS::AccountId}:"
                            + "parameter/bedrock-inventory/targets"));
  }

  private static Template synthesize(Map<String, String> changes) throws JsonProcessingException {
    var synthesized = Synthesized.with(changes);
    var region = String.valueOf(changes.getOrDefault("region", ""));
    assertThat(ContractTest.lines(synthesized.template()))
        .map(line -> region.isEmpty() ? line : line.replace(region, "${AWS::Region}"))
        .as("names do not depend on the context")
        .containsExactlyElementsOf(ContractTest.lines(Synthesized.once().template()));
    return synthesized.template();
  }

  private static void assertAges(Template template, int seconds) {
    var retries = schedule(template).path("Target").path("RetryPolicy");
    var calls = template.properties("AWS::Lambda::EventInvokeConfig", "Plan");
    assertThat(retries.path("MaximumEventAgeInSeconds").asInt()).isEqualTo(seconds);
    assertThat(calls.path("MaximumEventAgeInSeconds").asInt()).isEqualTo(seconds);
  }

  private static void assertAlarms(Template template, int twoPeriods, int threePeriods) {
    var silent = template.properties("AWS::CloudWatch::Alarm", "WatchPlannerSilent");
    assertThat(silent.path("Period").asInt()).isEqualTo(twoPeriods);
    var oldest = template.properties("AWS::CloudWatch::Alarm", "WatchOldestCompleteLook");
    assertThat(oldest.path("Threshold").asInt()).isEqualTo(Math.max(86_400, threePeriods));
    assertThat(template.resources("AWS::Lambda::Function").values())
        .extracting(function ->
            function.at("/Properties/Environment/Variables/INVENTORY_STALE_AFTER").asInt())
        .containsOnly(threePeriods);
    var refusedSweeps = template.properties("AWS::CloudWatch::Alarm", "WatchRefusedSweeps");
    assertThat(refusedSweeps.path("Period").asInt()).isEqualTo(twoPeriods);
    assertThat(refusedSweeps.path("EvaluationPeriods").asInt()).isEqualTo(2);
  }

  private static JsonNode schedule(Template template) {
    return template.properties("AWS::Scheduler::Schedule", "Plan");
  }
}
