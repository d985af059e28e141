package dev.bedrockinventory.functions;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.PlannedScopes;
import dev.bedrockinventory.ledger.ScopePlan;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.settings.Target;
import dev.bedrockinventory.settings.Targets;
import dev.bedrockinventory.sweep.ImportTracker;
import dev.bedrockinventory.sweep.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sends a task to the queue for each scope of the targets, and a poll for each import job that is
 * due; computes how current the scopes are, which targets are no longer planned, and where many
 * resources were deleted.
 */
final class Planner {
  private final TargetParameters parameters;
  private final OrganizationTargets organization;
  private final QueueSender sweeps;
  private final QueueSender events;
  private final Supplier<PlannedScopes> scopes;
  private final Supplier<Ledger> ledgers;
  private final Supplier<LedgerReader> reader;
  private final Duration staleAfter;
  private final InstantSource clock;

  Planner(
      TargetParameters parameters,
      OrganizationTargets organization,
      QueueSender sweeps,
      QueueSender events,
      Supplier<PlannedScopes> scopes,
      Supplier<Ledger> ledgers,
      Supplier<LedgerReader> reader,
      Duration staleAfter,
      InstantSource clock) {
    this.parameters = parameters;
    this.organization = organization;
    this.sweeps = sweeps;
    this.events = events;
    this.scopes = scopes;
    this.ledgers = ledgers;
    this.reader = reader;
    this.staleAfter = staleAfter;
    this.clock = clock;
  }

  /**
   * Plans a sweep of every scope of every target, and a poll of each import job that is due.
   * Repeated for the same time, no sweep is planned twice. A scope is taken as removed only by a
   * plan that reads all targets without a problem; until then it counts in the age.
   *
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if the ledger cannot be reached
   */
  PlanResult plan(Instant plannedAt) {
    var accounts = organization.current(parameters.read(), plannedAt);
    var targets = accounts.targets();
    var tasks =
        targets.targets().stream().flatMap(target -> tasks(target, plannedAt).stream()).toList();
    scopes.get().beat(plannedAt);
    var areAll = targets.problems().isEmpty() && !tasks.isEmpty();
    var plan = scopes.get().plan(tasks.stream().map(SweepTask::scope).toList(), areAll, plannedAt);
    var unsent = sweeps.send(tasks.stream().map(SweepTask::message).toList());
    var jobs = ImportTracker.due(ledgers.get(), clock.instant());
    return new PlanResult(
        plannedAt,
        targets.targets().size(),
        accounts.added(),
        accounts.removed(),
        tasks.size(),
        plan.missing().size(),
        LostTargets.percent(plan),
        targets.problems(),
        plan.damaged().stream().map(Planner::described).toList(),
        unsent,
        jobs.size(),
        events.send(jobs.stream().map(job -> new RefreshTask.Poll(job).message()).toList()),
        health(targets, plan),
        RecentDeletions.byAccount(reader.get(), clock.instant()));
  }

  private ScopeHealth health(Targets targets, ScopePlan plan) {
    var now = clock.instant();
    return ScopeHealth.of(
        plan.states().values(), scope -> targets.excuses(scope, now), staleAfter, now);
  }

  private static String described(StoredItem<?> item) {
    return "%s: %s; './inventory verify' lists all such items"
        .formatted(item.key(), item.damage().orElse("cannot be decoded"));
  }

  private static List<SweepTask> tasks(Target target, Instant plannedAt) {
    return target.scopes().stream()
        .map(scope -> new SweepTask(scope, plannedAt, target.roleName(), target.hasEvents()))
        .toList();
  }
}
