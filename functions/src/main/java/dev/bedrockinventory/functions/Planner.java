package dev.bedrockinventory.functions;

import dev.bedrockinventory.ledger.PlannedScopes;
import dev.bedrockinventory.settings.Target;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** Turns the targets into tasks on the queue, and tells how long ago everything was looked at. */
final class Planner {
  private final TargetParameters parameters;
  private final SweepQueue queue;
  private final Supplier<PlannedScopes> scopes;
  private final InstantSource clock;

  Planner(
      TargetParameters parameters,
      SweepQueue queue,
      Supplier<PlannedScopes> scopes,
      InstantSource clock) {
    this.parameters = parameters;
    this.queue = queue;
    this.scopes = scopes;
    this.clock = clock;
  }

  /**
   * Plans a look at every scope of every target. Repeated for the same time, nothing doubles.
   *
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if the ledger cannot be reached
   */
  Plan plan(Instant plannedAt) {
    var targets = parameters.read();
    var tasks =
        targets.targets().stream().flatMap(target -> tasks(target, plannedAt).stream()).toList();
    var states = scopes.get().plan(tasks.stream().map(SweepTask::scope).toList(), plannedAt);
    var unsent = queue.send(tasks);
    return new Plan(
        plannedAt,
        tasks.size(),
        targets.problems(),
        unsent,
        LookAge.oldest(states.values(), clock.instant()));
  }

  private static List<SweepTask> tasks(Target target, Instant plannedAt) {
    return target.scopes().stream()
        .map(scope -> new SweepTask(scope, plannedAt, target.roleName()))
        .toList();
  }
}
