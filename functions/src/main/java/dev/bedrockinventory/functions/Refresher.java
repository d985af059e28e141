package dev.bedrockinventory.functions;

import dev.bedrockinventory.cloudtrail.CloudTrailCall;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.PendingJob;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.settings.Target;
import dev.bedrockinventory.sweep.CloudTrailProcessor;
import dev.bedrockinventory.sweep.Deadline;
import dev.bedrockinventory.sweep.ImportTracker;
import dev.bedrockinventory.sweep.Ledger;
import dev.bedrockinventory.sweep.RefreshResult;
import dev.bedrockinventory.sweep.Source;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** Carries out tasks of the event queue in accounts that are targets. */
final class Refresher {
  /** The timeout of one call with its retries, and some seconds to record what it returned. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(80);

  private final TargetParameters parameters;
  private final OrganizationTargets organization;
  private final SourceFactory sources;
  private final Supplier<Ledger> ledgers;
  private final InstantSource clock;

  Refresher(
      TargetParameters parameters,
      OrganizationTargets organization,
      SourceFactory sources,
      Supplier<Ledger> ledgers,
      InstantSource clock) {
    this.parameters = parameters;
    this.organization = organization;
    this.sources = sources;
    this.ledgers = ledgers;
    this.clock = clock;
  }

  /** The deadline of tasks that have this long: a call that began before it ends in time. */
  Deadline deadline(Duration remaining) {
    return Deadline.before(clock, remaining, LONGEST_CALL);
  }

  /**
   * Carries out tasks of one group.
   *
   * @return the result of each refreshed resource, by its task
   * @throws NoTargetException if the account and region are not a target; then nothing is saved
   * @throws IllegalStateException if that cannot be decided, since the targets are malformed
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if the ledger cannot be reached
   */
  Map<RefreshTask, List<RefreshResult>> run(List<RefreshTask> tasks, Deadline deadline) {
    var results = new HashMap<RefreshTask, List<RefreshResult>>();
    var calls = new LinkedHashSet<CloudTrailCall>();
    for (var task : tasks) {
      switch (task) {
        case RefreshTask.Nothing _ -> {}
        case RefreshTask.Call(var call) -> calls.add(call);
        case RefreshTask.Poll(var job) -> results.put(task, poll(job));
      }
    }
    if (!calls.isEmpty()) {
      run(calls, deadline)
          .forEach((call, refreshed) -> results.put(new RefreshTask.Call(call), refreshed));
    }
    return results;
  }

  /** The calls are of one account and region. */
  private Map<CloudTrailCall, List<RefreshResult>> run(
      SequencedSet<CloudTrailCall> calls, Deadline deadline) {
    var place = calls.getFirst();
    var source = source(target(place.account(), place.region()));
    var ledger = ledgers.get();
    var imports = new ImportTracker(source, ledger, clock);
    return new CloudTrailProcessor(source, ledger, imports).run(calls, deadline);
  }

  /**
   * A job that ended while its poll was in the queue is no longer pending: nothing is left to do.
   */
  private List<RefreshResult> poll(Arn job) {
    var ledger = ledgers.get();
    return ledger.pendingJobs().stream()
        .filter(pending -> pending.job().equals(job))
        .map(pending -> poll(pending, ledger))
        .toList();
  }

  /** A job of a former target is not polled, so it is abandoned without a poll. */
  private RefreshResult poll(PendingJob pending, Ledger ledger) {
    var target = find(pending.job().account(), pending.job().region());
    if (target.isEmpty() && pending.isOverdue(clock.instant())) {
      return ImportTracker.giveUp(ledger, pending);
    }
    var known = target.orElseThrow(() -> noTarget(pending.job()));
    return new ImportTracker(source(known), ledger, clock).poll(pending);
  }

  private Function<Scope, Source> source(Target target) {
    return scope -> sources.source(scope, target.roleName());
  }

  private Target target(String account, String region) {
    return find(account, region).orElseThrow(() -> new NoTargetException(account, region));
  }

  /**
   * The target of an account and region.
   *
   * @throws IllegalStateException if it may be one but the parameters are malformed: a refused
   *     event would be lost
   */
  private Optional<Target> find(String account, String region) {
    var targets = organization.stored(parameters.read());
    var found =
        targets.targets().stream()
            .filter(target -> target.account().equals(account) && target.regions().contains(region))
            .findFirst();
    if (found.isEmpty() && !targets.problems().isEmpty()) {
      throw new IllegalStateException(
          "cannot decide whether %s in %s is a target; fix the target parameters: %s"
              .formatted(account, region, targets.problems()));
    }
    return found;
  }

  private static NoTargetException noTarget(Arn job) {
    return new NoTargetException(job.account(), job.region());
  }
}
