package dev.bedrockinventory.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.runtime.LocalDeployment;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.world.RegionState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps of any scenario, on an account with one profile. */
final class ScenarioRunnerTest {
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

  private final ScenarioClock clock = new ScenarioClock(START);
  private final Simulator simulator = Simulator.start(0, clock, 1);
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(output, true, StandardCharsets.UTF_8);
  private final LocalDeployment deployment = LocalDeployment.to(simulator, clock, err);
  private final ScenarioRunner runner = new ScenarioRunner(deployment, clock, new Narrator(err));
  private final RegionState region =
      simulator.place(LocalDeployment.ACCOUNT, LocalDeployment.REGION);

  @BeforeEach
  void create() {
    region.clear();
    region.createProfile("a", Map.of());
  }

  @AfterEach
  void close() {
    deployment.close();
    simulator.close();
  }

  @Test
  void aStepWithAnotherResultStopsTheScenario() {
    assertThatThrownBy(
            () -> runner.run(List.of(step(StepCounts.of(ChangeKind.DELETED, 1))), () -> false))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining("step 1 has the counts");
  }

  @Test
  void aStoppedScenarioRunsNoFurtherStep() {
    var checks = new AtomicInteger();
    var steps =
        List.of(
            step(StepCounts.of(ChangeKind.BASELINE, 1)),
            step(StepCounts.NONE),
            step(StepCounts.NONE));

    var summary = runner.run(steps, () -> checks.incrementAndGet() > 2);

    assertThat(summary).isEmpty();
    assertThat(text())
        .contains(" 2 of 3  ")
        .doesNotContain(" 3 of 3  ")
        .endsWith("Stopped before step 3 of 3.\n");
  }

  @Test
  void aPausePassesBeforeEachActionOfAStep() {
    Runnable action = () -> {};
    var step = new Step("Waits.", "None.", PAUSE, List.of(action, action), StepCounts.NONE, action);

    var _ = runner.run(step);

    assertThat(clock.instant()).isEqualTo(START.plus(PAUSE).plus(PAUSE));
    assertThat(step.length()).isEqualTo(PAUSE.multipliedBy(2));
  }

  @Test
  void newSchemaDriftIsReportedEvenIfItsKeySortsBeforeKnownSchemaDrift() {
    var _ = runner.run(gaining("zone"));
    var _ = runner.run(gaining("area"));

    assertThat(text())
        .containsOnlyOnce("DRIFT     ListInferenceProfiles#zone")
        .containsOnlyOnce("DRIFT     ListInferenceProfiles#area");
  }

  private Step gaining(String member) {
    return new Step(
        "A member is new.",
        "It is schema drift.",
        PAUSE,
        () -> region.changeProfile("a", each -> each.withExtra(member, TextNode.valueOf("some"))),
        StepCounts.NONE);
  }

  private static Step step(StepCounts expected) {
    return new Step("Nothing happens.", "None.", PAUSE, () -> {}, expected);
  }

  private String text() {
    return output.toString(StandardCharsets.UTF_8);
  }
}
