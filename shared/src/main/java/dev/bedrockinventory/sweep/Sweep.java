package dev.bedrockinventory.sweep;

import dev.bedrockinventory.change.Digests;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Observation;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeSnapshot;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.UnmodeledMember;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Observes one scope and records the differences, in the order of a checked model: the scope item
 * is read before the API is called; a complete observation that equals the stored digest costs that
 * read and one write; any other observation is compared with the heads.
 *
 * <p>A sweep is used by one thread; any number of sweeps of the same scope may run at the same
 * time.
 */
public final class Sweep {
  private final Source source;
  private final Ledger ledger;
  private final InstantSource clock;

  /** Creates a sweep that reads the source and records in the ledger. */
  public Sweep(Source source, Ledger ledger, InstantSource clock) {
    this.source = source;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Sweeps the scope. Failures of the API are in the report, never thrown.
   *
   * @param plannedAt when the sweep was planned: if a complete observation has ended since, nothing
   *     is done
   * @param deadline when no further call may begin: the sweep is then partial
   * @throws LedgerUnavailableException if the ledger cannot be read or written; what was recorded
   *     until then remains, and the next sweep records the rest
   */
  public SweepReport run(Scope scope, Optional<Instant> plannedAt, Deadline deadline) {
    var startedAt = clock.instant();
    try {
      return run(ledger.scope(scope), startedAt, plannedAt, deadline);
    } catch (DamagedScopeException e) {
      var failure = Failures.damaged(Optional.empty(), String.valueOf(e.getMessage()));
      var report =
          report(ScopeState.unknown(scope), startedAt, Optional.empty(), refused(failure), false);
      ledger.report(report);
      return report;
    }
  }

  private SweepReport run(
      ScopeState beginning, Instant startedAt, Optional<Instant> plannedAt, Deadline deadline) {
    if (isOvertaken(beginning, plannedAt)) {
      var nothing = RecordingResult.withoutChanges(Outcome.COMPLETE, List.of());
      return report(beginning, startedAt, Optional.empty(), nothing, true);
    }
    return switch (source.observe(beginning, deadline.ofReading())) {
      case Observation.Read(var snapshot) -> end(beginning, startedAt, snapshot, deadline);
      case Observation.Refused(var _, var _, var failure) ->
          end(beginning, startedAt, Optional.empty(), refused(failure));
    };
  }

  private static RecordingResult refused(Failure failure) {
    return RecordingResult.withoutChanges(Outcome.REFUSED, List.of(failure));
  }

  private static boolean isOvertaken(ScopeState beginning, Optional<Instant> plannedAt) {
    return plannedAt
        .flatMap(planned -> beginning.lastCompleteAt().map(planned::isBefore))
        .orElse(false);
  }

  private SweepReport end(
      ScopeState beginning, Instant startedAt, ScopeSnapshot snapshot, Deadline deadline) {
    var driftDigest = driftDigest(snapshot);
    if (driftDigest.isPresent() && !driftDigest.equals(beginning.driftDigest())) {
      ledger.report(snapshot.drift(), snapshot.startedAt());
    }
    var isAsRecorded =
        snapshot.failures().isEmpty() && beginning.digest().equals(Optional.of(digest(snapshot)));
    var result =
        isAsRecorded
            ? RecordingResult.withoutChanges(Outcome.COMPLETE, List.of())
            : record(beginning, snapshot, deadline);
    return end(beginning, startedAt, Optional.of(snapshot), result);
  }

  private RecordingResult record(ScopeState beginning, ScopeSnapshot snapshot, Deadline deadline) {
    var confirmations = new Confirmations(source, snapshot.scope(), deadline);
    var comparison = new Comparison(beginning, snapshot, ledger, confirmations);
    var writer = new ChangeWriter(ledger, beginning, comparison, confirmations, deadline);
    var digest = writer.record();
    if (!confirmations.drift().isEmpty()) {
      ledger.report(confirmations.drift(), snapshot.startedAt());
    }
    var failures = new ArrayList<>(snapshot.failures());
    failures.addAll(confirmations.unread());
    failures.addAll(writer.failures());
    var outcome = failures.isEmpty() ? Outcome.COMPLETE : Outcome.PARTIAL;
    failures.addAll(confirmations.unknown());
    return new RecordingResult(
        outcome,
        failures,
        writer.changes(),
        confirmations.omissions(),
        confirmations.drift(),
        digest,
        writer.hasEnded());
  }

  private SweepReport end(
      ScopeState beginning,
      Instant startedAt,
      Optional<ScopeSnapshot> snapshot,
      RecordingResult result) {
    var report = report(beginning, startedAt, snapshot, result, false);
    ledger.endObservation(
        new ObservationSummary(
            report.scope(),
            startedAt,
            clock.instant(),
            report.outcome(),
            report.reason(),
            result.ended() && snapshot.filter(ScopeSnapshot::listingComplete).isPresent(),
            report.seen(),
            report.failures().size(),
            report.omissions(),
            report.apiCalls().values().stream().mapToInt(Integer::intValue).sum(),
            snapshot.flatMap(ScopeSnapshot::probed).map(Arn::id),
            snapshot.map(ScopeSnapshot::detailed).orElse(false),
            snapshot.flatMap(Sweep::driftDigest),
            result.digest()));
    if (report.changed() > 0 || hasFailed(report)) {
      ledger.report(report);
    }
    return report(beginning, startedAt, snapshot, result, false);
  }

  /** An unsupported region is a state, not an event to report each time. */
  private static boolean hasFailed(SweepReport report) {
    var isUnsupported =
        report.outcome() == Outcome.REFUSED
            && report.reason().equals(Optional.of(Reason.UNSUPPORTED));
    return !report.failures().isEmpty() && !isUnsupported;
  }

  private SweepReport report(
      ScopeState beginning,
      Instant startedAt,
      Optional<ScopeSnapshot> snapshot,
      RecordingResult result,
      boolean skipped) {
    return new SweepReport(
        beginning.scope(),
        startedAt,
        result.outcome(),
        skipped,
        isSupported(beginning, snapshot)
            ? withoutUnsupported(result.failures())
            : result.failures(),
        snapshot.map(seen -> seen.listed().size()).orElse(0),
        result.changes(),
        result.omissions(),
        drift(snapshot, result),
        snapshot.flatMap(ScopeSnapshot::probeFailure).isPresent(),
        source.calls(),
        ledger.consumed(),
        Duration.between(startedAt, clock.instant()).toMillis());
  }

  /** Whether Bedrock exists here: this observation or an earlier one read something. */
  private static boolean isSupported(ScopeState beginning, Optional<ScopeSnapshot> snapshot) {
    return snapshot.isPresent() || beginning.wasRead();
  }

  /** Bedrock gives the same response to an account that it denies and in a region it lacks. */
  private static List<Failure> withoutUnsupported(List<Failure> failures) {
    return failures.stream()
        .map(failure -> failure.reason() == Reason.UNSUPPORTED ? denied(failure) : failure)
        .toList();
  }

  private static Failure denied(Failure failure) {
    return new Failure(
        Reason.DENIED,
        failure.operation(),
        failure.resource(),
        failure.message()
            + "; Bedrock was read here before: check the account's permissions and its"
            + " organization's policies, or remove the region from the targets");
  }

  /** The number of members, each counted once. */
  private static int drift(Optional<ScopeSnapshot> snapshot, RecordingResult result) {
    return (int)
        Stream.concat(
                snapshot.stream().flatMap(seen -> seen.drift().stream()), result.drift().stream())
            .map(UnmodeledMember::key)
            .distinct()
            .count();
  }

  /** Without unmodeled members nothing is stored: what was reported once remains reported. */
  private static Optional<String> driftDigest(ScopeSnapshot snapshot) {
    return snapshot.drift().isEmpty()
        ? Optional.empty()
        : Optional.of(Digests.ofDrift(snapshot.drift()));
  }

  private static String digest(ScopeSnapshot snapshot) {
    var hashes = new TreeMap<Arn, String>();
    for (ObservedResource resource : snapshot.resources()) {
      hashes.put(resource.arn(), resource.document().digest());
    }
    return Digests.ofScope(hashes);
  }
}
