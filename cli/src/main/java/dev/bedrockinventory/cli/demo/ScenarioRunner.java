package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.runtime.LocalDeployment;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.verify.Verifier;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Runs steps on a deployment, narrates them, and checks each against its expected counts. */
final class ScenarioRunner {
  private final LocalDeployment deployment;
  private final ScenarioClock clock;
  private final Narrator narrator;
  private final StepObserver observer;
  private int sweeps;
  private StepCounts total = StepCounts.NONE;

  ScenarioRunner(LocalDeployment deployment, ScenarioClock clock, Narrator narrator) {
    this.deployment = deployment;
    this.clock = clock;
    this.narrator = narrator;
    this.observer = new StepObserver(deployment::reader);
  }

  /**
   * Runs all steps in order.
   *
   * @param stopping whether to stop before the next step
   * @return the summary, or nothing if it was stopped
   * @throws CommandFailedException if a step has other counts than expected
   */
  Optional<DemoSummary> run(List<Step> steps, BooleanSupplier stopping) {
    for (var number = 1; number <= steps.size(); number++) {
      if (stopping.getAsBoolean()) {
        narrator.print("Stopped before step %d of %d.".formatted(number, steps.size()));
        return Optional.empty();
      }
      var step = steps.get(number - 1);
      narrator.begin(number, steps.size(), step);
      var counts = run(step);
      narrator.end(step);
      if (!counts.equals(step.expected())) {
        throw new CommandFailedException(
            "step %d has the counts %s instead of %s; this is a defect"
                .formatted(number, counts, step.expected()));
      }
    }
    return Optional.of(new DemoSummary(sweeps, total, isIntact()));
  }

  /** Runs one step and returns its counts. */
  StepCounts run(Step step) {
    var refusedCalls = 0;
    for (var action : step.actions()) {
      clock.advance(step.pause());
      action.run();
      refusedCalls += deployment.deliverEvents();
    }
    deployment.plan();
    observer.countRefreshes();
    sweeps += deployment.sweep();
    var result = observer.observe(refusedCalls);
    narrator.print(result, deployment.reader());
    step.cleanup().run();
    total = total.plus(result.counts());
    return result.counts();
  }

  /** Whether {@code verify} finds the ledger intact. */
  boolean isIntact() {
    return new Verifier(deployment.reader(), clock, Filter.ALL).run().findings().isEmpty();
  }
}
