package dev.bedrockinventory.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.output.JsonText;
import dev.bedrockinventory.cli.runtime.LocalDeployment;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.world.InferenceProfile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The scenario has its expected counts, step by step and in total, through the real handlers. */
final class ScenarioTest {
  private static final Duration BETWEEN = Duration.ofMinutes(10);

  private final ScenarioClock clock = new ScenarioClock(Instant.parse("2026-03-01T09:00:00Z"));
  private final Simulator simulator = Simulator.start(0, clock, 1);
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(output, true, StandardCharsets.UTF_8);
  private final LocalDeployment deployment = LocalDeployment.to(simulator, clock, err);
  private final ScenarioRunner runner = new ScenarioRunner(deployment, clock, new Narrator(err));

  @AfterEach
  void close() {
    deployment.close();
    simulator.close();
  }

  @Test
  void everyStepHasItsExpectedResult() {
    for (var step : steps()) {
      clock.advance(BETWEEN);

      var counts = runner.run(step);

      assertThat(counts).as(step.title()).isEqualTo(step.expected());
    }
  }

  @Test
  void theScenarioEndsWithItsSummary() {
    var summary = runner.run(steps(), BETWEEN, () -> false).orElseThrow();

    assertThat(summary)
        .isEqualTo(
            new DemoSummary(
                51,
                new StepCounts(
                    Map.of(
                        ChangeKind.BASELINE, 71,
                        ChangeKind.CREATED, 3,
                        ChangeKind.UPDATED, 3,
                        ChangeKind.DELETED, 3),
                    6,
                    1,
                    1,
                    1,
                    3,
                    1),
                true));
    assertThat(JsonText.line(summary.json()))
        .isEqualTo(
            "{\"sweeps\":51,\"changes\":{\"BASELINE\":71,\"CREATED\":3,\"UPDATED\":3,\"DELETED\":3},"
                + "\"refused\":6,\"partial\":1,\"omissions\":1,\"drift\":1,\"refreshes\":3,\"attempts\":1,\"verified\":true}");
  }

  @Test
  void publishedChangesMatchTheLedger() {
    var _ = runner.run(steps(), BETWEEN, () -> false);

    assertThat(output.toString(StandardCharsets.UTF_8))
        .contains("BASELINE  71 resources")
        .contains(
            "CREATED   ticket-triage (application-inference-profile), revision 1,"
                + " by arn:aws:iam::111122223333:user/alice")
        .contains(
            "UPDATED   checkout-chat (application-inference-profile), revision 2,"
                + " by arn:aws:iam::111122223333:user/bob: ")
        .contains(
            "ATTEMPT   DeleteInferenceProfile by arn:aws:iam::111122223333:user/carol:"
                + " AccessDenied")
        .contains(
            "CREATED   claims-summarizer (imported-model), revision 1,"
                + " by arn:aws:iam::111122223333:user/alice")
        .contains("DELETED   US Claude Sonnet 4 (system-inference-profile), revision 2")
        .contains("/tags/team: checkout → payments")
        .contains("REFUSED   imported-model: THROTTLED")
        .contains("REFUSED   imported-model: DENIED")
        .contains("OMISSION  application-inference-profile: 1")
        .contains("DELETED   support-summaries-staging")
        .contains("/customModelUnits/customModelUnitsPerModelCopy: 1 → 3")
        .contains("PARTIAL   imported-model: DENIED")
        .contains("DRIFT     ListInferenceProfiles#latencyTier")
        .contains("CREATED   notebooks (application-inference-profile), revision 3");
  }

  @Test
  void aStepWithAnotherResultStopsTheScenario() {
    var wrong =
        new Step("Nothing happens.", "None.", () -> {}, StepCounts.of(ChangeKind.DELETED, 1));

    assertThatThrownBy(() -> runner.run(List.of(wrong), BETWEEN, () -> false))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining("step 1 has the counts");
  }

  @Test
  void aStoppedScenarioRunsNoFurtherStep() {
    var checks = new AtomicInteger();

    var summary = runner.run(steps(), BETWEEN, () -> checks.incrementAndGet() > 2);

    assertThat(summary).isEmpty();
    assertThat(output.toString(StandardCharsets.UTF_8))
        .contains(" 2 of 17  ")
        .doesNotContain(" 3 of 17  ")
        .endsWith("Stopped before step 3 of 17.\n");
  }

  @Test
  void newSchemaDriftIsReportedEvenIfItsKeySortsBeforeKnownSchemaDrift() {
    var profile =
        simulator
            .place(LocalDeployment.ACCOUNT, LocalDeployment.REGION)
            .createProfile("a", Map.of());
    var _ = runner.run(gaining(profile, "zone"));

    clock.advance(BETWEEN);
    var _ = runner.run(gaining(profile, "area"));

    assertThat(output.toString(StandardCharsets.UTF_8))
        .containsOnlyOnce("DRIFT     ListInferenceProfiles#zone")
        .containsOnlyOnce("DRIFT     ListInferenceProfiles#area");
  }

  private Step gaining(InferenceProfile profile, String member) {
    var region = simulator.place(LocalDeployment.ACCOUNT, LocalDeployment.REGION);
    return new Step(
        "A member is new.",
        "It is schema drift.",
        () ->
            region.changeProfile(
                profile.arn(), each -> each.withExtra(member, TextNode.valueOf("some"))),
        StepCounts.NONE);
  }

  private List<Step> steps() {
    return new Scenario(simulator, LocalDeployment.ACCOUNT, LocalDeployment.REGION).steps();
  }
}
