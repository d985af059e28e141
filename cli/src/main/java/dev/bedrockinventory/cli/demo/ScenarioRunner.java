package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.runtime.LocalDeployment;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.verify.Verifier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Plays steps on a deployment, tells them, and holds each to what it promised. */
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
   * Plays all steps in order.
   *
   * @param between how much time passes before each
   * @param stopping whether to stop instead of playing the next
   * @return what they came to, or nothing if it was stopped
   * @throws CommandFailedException if a step did not come to what it promised
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
            "step %d did not come to what it promised: %s instead of %s; this is a defect"
                .formatted(number, came, step.effect()));
      }
    }
    return Optional.of(new DemoSummary(sweeps, effect, isWhole()));
  }

  /** Plays one step, and returns what it came to. */
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

  /** Whether the ledger is whole, by what {@code verify} finds. */
  public boolean isWhole() {
    return new Verifier(deployment.reader(), clock, Filter.ALL).run().findings().isEmpty();
  }

  /** Lets the system hear what has happened, and tells what that changed. */
  public void hear() {
    deployment.hear();
    var account = witness.hear();
    if (!account.changes().isEmpty() || !account.attempts().isEmpty()) {
      narrator.tell(account, deployment.reader());
    }
  }

  /** Lets the system look once more, and tells only what there is to tell. */
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
