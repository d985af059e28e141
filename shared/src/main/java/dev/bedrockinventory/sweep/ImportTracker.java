package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Evidence.Refusal;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.PendingJob;
import dev.bedrockinventory.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tracks model import jobs until they end, which no event reports: each job is polled at growing
 * intervals, up to a day. Used by one thread; polling twice, or after a crash, has no further
 * effect.
 */
public final class ImportTracker {
  private static final Duration FIRST_DISTANCE = Duration.ofSeconds(1);
  private static final Duration LONGEST_DISTANCE = Duration.ofHours(1);
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final Function<Scope, Source> sources;
  private final Ledger ledger;
  private final InstantSource clock;

  /** Creates a tracker that polls the scopes' sources and stores its jobs in the ledger. */
  public ImportTracker(Function<Scope, Source> sources, Ledger ledger, InstantSource clock) {
    this.sources = sources;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The scope that an import job's model belongs to, if the ARN is an import job's. */
  public static Optional<Scope> scope(Arn job) {
    return job.type().equals("model-import-job")
        ? Scope.find(job.account(), job.region(), Kind.IMPORTED_MODEL)
        : Optional.empty();
  }

  /** Starts to track a job; a job that is tracked already is not changed. */
  void begin(Evidence created) {
    var now = clock.instant();
    if (ledger.pendingJobs().stream().noneMatch(job -> job.job().equals(created.arn()))) {
      ledger.savePendingJob(
          new PendingJob(created, 0, now.plus(FIRST_DISTANCE), now.plus(LONGEST_WAIT)));
    }
  }

  /** The jobs that are due at that time, in the order of their ARNs. */
  public static List<Arn> due(Ledger ledger, Instant now) {
    return ledger.pendingJobs().stream()
        .filter(pending -> !pending.nextPollAt().isAfter(now))
        .map(PendingJob::job)
        .toList();
  }

  /**
   * Polls one job. Completed: its create event is also stored as evidence of the model, which is
   * refreshed. Failed: stored as an attempt with the service's message. A job or model that cannot
   * be read yet is polled again.
   */
  public RefreshResult poll(PendingJob pending) {
    var scope =
        scope(pending.job())
            .orElseThrow(() -> new IllegalArgumentException("not an import job: " + pending.job()));
    var source = sources.apply(scope);
    return switch (source.importJob(pending.job())) {
      case ImportJobStatus.Completed(var model) -> completed(pending, scope, source, model);
      case ImportJobStatus.Failed(var message) -> failed(pending, message);
      case ImportJobStatus.InProgress _ -> later(pending, Optional.empty());
      case ImportJobStatus.Unread(var failure) -> later(pending, Optional.of(failure));
    };
  }

  /** Stops tracking a job. */
  public static RefreshResult giveUp(Ledger ledger, PendingJob pending) {
    ledger.deletePendingJob(pending.job());
    return new RefreshResult.GivenUp(pending.job());
  }

  private RefreshResult completed(PendingJob pending, Scope scope, Source source, Arn model) {
    ledger.save(pending.created().of(model));
    var refreshed =
        Objects.requireNonNull(
            Refresh.run(source, ledger, scope, List.of(model), Deadline.NONE).get(model));
    if (refreshed instanceof RefreshResult.Failed(var failure)) {
      return later(pending, Optional.of(failure));
    }
    ledger.deletePendingJob(pending.job());
    return refreshed;
  }

  private RefreshResult failed(PendingJob pending, String message) {
    ledger.save(pending.created().ofFailure(new Refusal("ImportFailed", message)));
    ledger.deletePendingJob(pending.job());
    return new RefreshResult.Unchanged();
  }

  private RefreshResult later(PendingJob pending, Optional<Failure> failure) {
    var now = clock.instant();
    if (pending.isOverdue(now)) {
      return giveUp(ledger, pending);
    }
    ledger.savePendingJob(
        new PendingJob(
            pending.created(), pending.polls() + 1, now.plus(distance(pending)), pending.until()));
    return new RefreshResult.Awaited(failure);
  }

  private static Duration distance(PendingJob pending) {
    var doubled = FIRST_DISTANCE.multipliedBy(1L << Math.min(pending.polls(), 20));
    return doubled.compareTo(LONGEST_DISTANCE) < 0 ? doubled : LONGEST_DISTANCE;
  }
}
