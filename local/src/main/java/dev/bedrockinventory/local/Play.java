package dev.bedrockinventory.local;

import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.verify.Verifier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Plays steps on a deployment, tells them, and holds each to what it promised. */
final class Play {
  private final Deployment deployment;
  private final StoryClock clock;
  private final Narrator narrator;
  private final Witness witness;
  private int sweeps;
  private Effect effect = Effect.NOTHING;

  Play(Deployment deployment, StoryClock clock, Narrator narrator) {
    this.deployment = deployment;
    this.clock = clock;
    this.narrator = narrator;
    this.witness = new Witness(deployment::reader, clock);
  }

  /**
   * Plays all steps in order.
   *
   * @param between how much time passes before each
   * @param stopping whether to stop instead of playing the next
   * @return what they came to, or nothing if it was stopped
   * @throws CommandFailedException if a step did not come to what it promised
   */
  Optional<Summary> play(List<Step> steps, Duration between, BooleanSupplier stopping) {
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
    return Optional.of(new Summary(sweeps, effect, isWhole()));
  }

  /** Plays one step, and returns what it came to. */
  Effect play(Step step) {
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
  boolean isWhole() {
    return new Verifier(deployment.reader(), clock, Filter.ALL).run().findings().isEmpty();
  }

  /** Lets the system hear what has happened, and tells what that changed. */
  void hear() {
    deployment.hear();
    var account = witness.hear();
    if (!account.changes().isEmpty() || !account.attempts().isEmpty()) {
      narrator.tell(account, deployment.reader());
    }
  }

  /** Lets the system look once more, and tells only what there is to tell. */
  void goOn() {
    deployment.plan();
    witness.refreshed();
    deployment.sweep();
    var account = witness.hear();
    if (!account.effect().equals(Effect.NOTHING)) {
      narrator.tell(account, deployment.reader());
    }
  }
}
