package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.runtime.LocalDeployment;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.verify.Verifier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Runs steps on a deployment, narrates them, and checks each against its expected counts. */
public final class ScenarioRunner {
  private final LocalDeployment deployment;
  private final ScenarioClock clock;
  private final Narrator narrator;
  private final StepObserver witness;
  private int sweeps;
  private StepCounts effect = StepCounts.NOTHING;

  public ScenarioRunner(LocalDeployment deployment, ScenarioClock clock, Narrator narrator) {
    this.deployment = deployment;
    this.clock = clock;
    this.narrator = narrator;
    this.witness = new StepObserver(deployment::reader, clock);
  }

  /**
   * Runs all steps in order.
   *
   * @param between the time before each step
   * @param stopping whether to stop before the next step
   * @return the summary, or nothing if it was stopped
   * @throws CommandFailedException if a step has other counts than expected
   */
  public Optional<DemoSummary> play(List<Step> steps, Duration between, BooleanSupplier stopping) {
    for (var number = 1; number <= steps.size(); number++) {
      if (stopping.getAsBoolean()) {
        narrator.say("Stopped before step %d of %d.".formatted(number, steps.size()));
        return Optional.empty();
      }
      var step = steps.get(number - 1);
      clock.pass(between);
      narrator.begin(number, steps.size(), step);
      var came = play(step);
      narrator.end(step);
      if (!came.equals(step.effect())) {
        throw new CommandFailedException(
            "step %d has the counts %s instead of %s; this is a defect"
                .formatted(number, came, step.effect()));
      }
    }
    return Optional.of(new DemoSummary(sweeps, effect, isWhole()));
  }

  /** Runs one step and returns its counts. */
  public StepCounts play(Step step) {
    step.act().run();
    deployment.hear();
    deployment.plan();
    witness.refreshed();
    sweeps += deployment.sweep();
    var account = witness.hear();
    narrator.tell(account, deployment.reader());
    step.clearing().run();
    effect = effect.plus(account.effect());
    return account.effect();
  }

  /** Whether {@code verify} finds the ledger intact. */
  public boolean isWhole() {
    return new Verifier(deployment.reader(), clock, Filter.ALL).run().findings().isEmpty();
  }

  /** Delivers the events and prints the recorded changes. */
  public void hear() {
    deployment.hear();
    var account = witness.hear();
    if (!account.changes().isEmpty() || !account.attempts().isEmpty()) {
      narrator.tell(account, deployment.reader());
    }
  }

  /** Sweeps once more and prints the results, if there are any. */
  public void goOn() {
    deployment.plan();
    witness.refreshed();
    deployment.sweep();
    var account = witness.hear();
    if (!account.effect().equals(StepCounts.NOTHING)) {
      narrator.tell(account, deployment.reader());
    }
  }
}
