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
   * @throws LedgerUnavailableException if the ledger cannot be read or written; what was recorded
   *     until then remains, and the next sweep records the rest
   */
  public SweepReport run(Scope scope, Optional<Instant> plannedAt) {
    var startedAt = clock.instant();
    var beginning = ledger.scope(scope);
    if (isOvertaken(beginning, plannedAt)) {
      var nothing = RecordingResult.withoutChanges(Outcome.COMPLETE, List.of());
      return report(beginning, startedAt, Optional.empty(), nothing, true);
    }
    return switch (source.observe(beginning)) {
      case Observation.Complete(var look) -> end(beginning, startedAt, look, List.of());
      case Observation.Partial(var look, var failures) -> end(beginning, startedAt, look, failures);
      case Observation.Refused refused ->
          end(
              beginning,
              startedAt,
              Optional.empty(),
              RecordingResult.withoutChanges(Outcome.REFUSED, refused.failures()));
    };
  }

  private static boolean isOvertaken(ScopeState beginning, Optional<Instant> plannedAt) {
    return plannedAt
        .flatMap(planned -> beginning.lastCompleteAt().map(planned::isBefore))
        .orElse(false);
  }

  private SweepReport end(
      ScopeState beginning, Instant startedAt, ScopeSnapshot look, List<Failure> failures) {
    var driftDigest = driftDigest(look);
    if (driftDigest.isPresent() && !driftDigest.equals(beginning.driftDigest())) {
      ledger.report(look.drift(), look.startedAt());
    }
    var isAsRecorded = failures.isEmpty() && beginning.digest().equals(Optional.of(digest(look)));
    var result =
        isAsRecorded
            ? RecordingResult.withoutChanges(Outcome.COMPLETE, List.of())
            : record(beginning, look, failures);
    return end(beginning, startedAt, Optional.of(look), result);
  }

  private RecordingResult record(ScopeState beginning, ScopeSnapshot look, List<Failure> unread) {
    var confirmations = new Confirmations(source, look.scope());
    var comparison = new Comparison(beginning, look, confirmations);
    var recordings = new ChangeWriter(ledger, comparison);
    var digest = recordings.record(beginning);
    if (!confirmations.drift().isEmpty()) {
      ledger.report(confirmations.drift(), look.startedAt());
    }
    var failures = new ArrayList<>(unread);
    failures.addAll(confirmations.unread());
    failures.addAll(recordings.failures());
    var outcome = failures.isEmpty() ? Outcome.COMPLETE : Outcome.PARTIAL;
    failures.addAll(confirmations.unknown());
    return new RecordingResult(
        outcome,
        failures,
        recordings.changes(),
        confirmations.omissions(),
        confirmations.drift(),
        comparison.getTellsMore(),
        digest);
  }

  private SweepReport end(
      ScopeState beginning,
      Instant startedAt,
      Optional<ScopeSnapshot> look,
      RecordingResult result) {
    var report = report(beginning, startedAt, look, result, false);
    ledger.endObservation(
        new ObservationSummary(
            report.scope(),
            startedAt,
            clock.instant(),
            report.outcome(),
            report.reason(),
            report.seen(),
            report.failures().size(),
            report.omissions(),
            report.apiCalls().values().stream().mapToInt(Integer::intValue).sum(),
            look.flatMap(ScopeSnapshot::probed).map(Arn::id),
            look.map(ScopeSnapshot::detailed).orElse(false) || result.getTellsMore(),
            look.flatMap(Sweep::driftDigest),
            result.digest()));
    if (report.changed() > 0 || hasFailed(report)) {
      ledger.report(report);
    }
    return report(beginning, startedAt, look, result, false);
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
      Optional<ScopeSnapshot> look,
      RecordingResult result,
      boolean skipped) {
    return new SweepReport(
        beginning.scope(),
        startedAt,
        result.outcome(),
        skipped,
        isSupported(beginning, look) ? withoutUnsupported(result.failures()) : result.failures(),
        look.map(seen -> seen.listed().size()).orElse(0),
        result.changes(),
        result.omissions(),
        drift(look, result),
        look.flatMap(ScopeSnapshot::probeFailure).isPresent(),
        source.calls(),
        ledger.consumed(),
        Duration.between(startedAt, clock.instant()).toMillis());
  }

  /** Whether Bedrock exists here: this observation or an earlier one read something. */
  private static boolean isSupported(ScopeState beginning, Optional<ScopeSnapshot> look) {
    return look.isPresent() || beginning.wasRead();
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
  private static int drift(Optional<ScopeSnapshot> look, RecordingResult result) {
    return (int)
        Stream.concat(look.stream().flatMap(seen -> seen.drift().stream()), result.drift().stream())
            .map(UnmodeledMember::key)
            .distinct()
            .count();
  }

  /** Without unmodeled members nothing is stored: what was reported once remains reported. */
  private static Optional<String> driftDigest(ScopeSnapshot look) {
    return look.drift().isEmpty() ? Optional.empty() : Optional.of(Digests.ofDrift(look.drift()));
  }

  private static String digest(ScopeSnapshot look) {
    var hashes = new TreeMap<Arn, String>();
    for (ObservedResource sighting : look.sightings()) {
      hashes.put(sighting.arn(), sighting.document().digest());
    }
    return Digests.ofScope(hashes);
  }
}
