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
import java.util.Optional;
import java.util.function.Function;

/**
 * Awaits the ends of model import jobs, which no event tells: each is asked for at growing
 * distances, up to a day. Serves one thread; polling twice, or after a crash, changes nothing more.
 */
public final class ImportTracker {
  private static final Duration FIRST_DISTANCE = Duration.ofSeconds(1);
  private static final Duration LONGEST_DISTANCE = Duration.ofHours(1);
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final Function<Scope, Source> sources;
  private final Journal journal;
  private final InstantSource clock;

  /** A watch that asks the scopes' sources and keeps its jobs in the journal. */
  public ImportTracker(Function<Scope, Source> sources, Journal journal, InstantSource clock) {
    this.sources = sources;
    this.journal = journal;
    this.clock = clock;
  }

  /** The scope that an import job's model belongs to, if the ARN is an import job's. */
  public static Optional<Scope> scope(Arn job) {
    return job.type().equals("model-import-job")
        ? Scope.find(job.account(), job.region(), Kind.IMPORTED_MODEL)
        : Optional.empty();
  }

  /** Begins to await a job; one that is awaited already is left as it is. */
  void begin(Evidence created) {
    var now = clock.instant();
    if (journal.pendingJobs().stream().noneMatch(job -> job.job().equals(created.arn()))) {
      journal.await(new PendingJob(created, 0, now.plus(FIRST_DISTANCE), now.plus(LONGEST_WAIT)));
    }
  }

  /** The jobs that are to be asked for by then, in the order of their ARNs. */
  public static List<Arn> due(Journal journal, Instant now) {
    return journal.pendingJobs().stream()
        .filter(pending -> !pending.nextPollAt().isAfter(now))
        .map(PendingJob::job)
        .toList();
  }

  /**
   * Asks for one job. Completed: its creation is also evidence of the model, which is refreshed.
   * Failed: an attempt, with the service's message. A job or model that cannot be read yet is asked
   * for again.
   */
  public RefreshResult poll(PendingJob pending) {
    var scope =
        scope(pending.job())
            .orElseThrow(() -> new IllegalArgumentException("no import job: " + pending.job()));
    var source = sources.apply(scope);
    return switch (source.importJob(pending.job())) {
      case ImportJobStatus.Completed(var model) -> completed(pending, scope, source, model);
      case ImportJobStatus.Failed(var message) -> failed(pending, message);
      case ImportJobStatus.InProgress _ -> later(pending, Optional.empty());
      case ImportJobStatus.Unread(var failure) -> later(pending, Optional.of(failure));
    };
  }

  /** Awaits a job no longer. */
  public static RefreshResult giveUp(Journal journal, PendingJob pending) {
    journal.forget(pending.job());
    return new RefreshResult.GivenUp(pending.job());
  }

  private RefreshResult completed(PendingJob pending, Scope scope, Source source, Arn model) {
    journal.keep(pending.created().of(model));
    var refreshed = new Refresh(source, journal).run(scope, model);
    if (refreshed instanceof RefreshResult.Failed(var failure)) {
      return later(pending, Optional.of(failure));
    }
    journal.forget(pending.job());
    return refreshed;
  }

  private RefreshResult failed(PendingJob pending, String message) {
    journal.keep(pending.created().ofFailure(new Refusal("ImportFailed", message)));
    journal.forget(pending.job());
    return new RefreshResult.Unchanged();
  }

  private RefreshResult later(PendingJob pending, Optional<Failure> failure) {
    var now = clock.instant();
    if (pending.isOverdue(now)) {
      return giveUp(journal, pending);
    }
    journal.await(
        new PendingJob(
            pending.created(), pending.polls() + 1, now.plus(distance(pending)), pending.until()));
    return new RefreshResult.Awaited(failure);
  }

  private static Duration distance(PendingJob pending) {
    var doubled = FIRST_DISTANCE.multipliedBy(1L << Math.min(pending.polls(), 20));
    return doubled.compareTo(LONGEST_DISTANCE) < 0 ? doubled : LONGEST_DISTANCE;
  }
}
