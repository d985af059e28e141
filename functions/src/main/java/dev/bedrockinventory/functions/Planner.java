package dev.bedrockinventory.functions;

import dev.bedrockinventory.ledger.PlannedScopes;
import dev.bedrockinventory.settings.Target;
import dev.bedrockinventory.sweep.ImportTracker;
import dev.bedrockinventory.sweep.Journal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sends a task to the queue for each scope of the targets, and a poll for each import job that is
 * due; computes the age of the oldest complete observation.
 */
final class Planner {
  private final TargetParameters parameters;
  private final QueueSender sweeps;
  private final QueueSender events;
  private final Supplier<PlannedScopes> scopes;
  private final Supplier<Journal> journals;
  private final InstantSource clock;

  Planner(
      TargetParameters parameters,
      QueueSender sweeps,
      QueueSender events,
      Supplier<PlannedScopes> scopes,
      Supplier<Journal> journals,
      InstantSource clock) {
    this.parameters = parameters;
    this.sweeps = sweeps;
    this.events = events;
    this.scopes = scopes;
    this.journals = journals;
    this.clock = clock;
  }

  /**
   * Plans a sweep of every scope of every target, and a poll of each import job that is due.
   * Repeated for the same time, no sweep is planned twice.
   *
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if the ledger cannot be reached
   */
  PlanResult plan(Instant plannedAt) {
    var targets = parameters.read();
    var tasks =
        targets.targets().stream().flatMap(target -> tasks(target, plannedAt).stream()).toList();
    var states = scopes.get().plan(tasks.stream().map(SweepTask::scope).toList(), plannedAt);
    var unsent = sweeps.send(tasks.stream().map(SweepTask::message).toList());
    var jobs = ImportTracker.due(journals.get(), clock.instant());
    return new PlanResult(
        plannedAt,
        tasks.size(),
        targets.problems(),
        unsent,
        jobs.size(),
        events.send(jobs.stream().map(job -> new RefreshTask.Poll(job).message()).toList()),
        ObservationAge.oldest(states.values(), clock.instant()));
  }

  private static List<SweepTask> tasks(Target target, Instant plannedAt) {
    return target.scopes().stream()
        .map(scope -> new SweepTask(scope, plannedAt, target.roleName()))
        .toList();
  }
}
