package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.ScopeEntry;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.query.Change;
import dev.bedrockinventory.query.Changes;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.query.Period;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads from the ledger what was recorded since the last call. Not thread-safe. */
final class StepObserver {
  private final Supplier<LedgerReader> readers;
  private final Set<String> changesBefore = new HashSet<>();
  private Optional<Instant> since = Optional.empty();
  private long revisionsBefore;
  private int refreshes;
  private final Set<String> driftBefore = new HashSet<>();
  private final Set<String> attemptsBefore = new HashSet<>();

  StepObserver(Supplier<LedgerReader> readers) {
    this.readers = readers;
  }

  /**
   * What was recorded since the last call.
   *
   * @param changes the changes, oldest first, without BASELINE
   * @param scopes all scopes after their last sweeps
   * @param drift the new unmodeled members
   * @param attempts the refused calls
   * @param counts the counts
   */
  record Result(
      List<Change> changes,
      List<ScopeEntry> scopes,
      List<String> drift,
      List<Evidence> attempts,
      StepCounts counts) {}

  /** Counts everything new so far as reported by events: no sweep has run yet. */
  void countRefreshes() {
    refreshes = Math.toIntExact(changes(readers.get()).count());
  }

  /**
   * Reads what is new.
   *
   * @param refusedCalls how many events of refused calls were delivered; without any, no evidence
   *     is read
   */
  Result observe(int refusedCalls) {
    var reader = readers.get();
    var changes = changes(reader).toList();
    var scopes = reader.scopes().flatMap(item -> item.intact().stream()).toList();
    var drift =
        reader
            .unmodeledMembers()
            .map(stored -> stored.value().member().key())
            .filter(driftBefore::add)
            .toList();
    var attempts = refusedCalls == 0 ? List.<Evidence>of() : attempts(reader, scopes);
    var counts =
        counts(changes, scopes, drift.size())
            .plus(StepCounts.ofRefreshes(refreshes))
            .plus(StepCounts.ofAttempts(attempts.size()));
    var result = new Result(changes, scopes, drift, attempts, counts);
    refreshes = 0;
    changes.forEach(change -> {
      changesBefore.add(key(change));
      since = Optional.of(change.observedAt());
    });
    revisionsBefore = revisions(scopes);
    return result;
  }

  private StepCounts counts(List<Change> changes, List<ScopeEntry> scopes, int drift) {
    var counts = new EnumMap<ChangeKind, Integer>(ChangeKind.class);
    changes.forEach(change -> counts.merge(change.change(), 1, Integer::sum));
    var recorded = Math.toIntExact(revisions(scopes) - revisionsBefore);
    counts.put(ChangeKind.BASELINE, recorded - changes.size());
    return new StepCounts(
        counts,
        count(scopes, Outcome.REFUSED),
        count(scopes, Outcome.PARTIAL),
        scopes.stream()
            .flatMap(scope -> scope.lastObservation().stream())
            .mapToInt(ScopeEntry.Figures::omissions)
            .sum(),
        drift,
        0,
        0);
  }

  /** Every step is later than those before it, so that older days need not be read. */
  private Stream<Change> changes(LedgerReader reader) {
    return new Changes(reader)
        .in(new Period(since, Optional.empty()), Filter.ALL, Set.of())
        .filter(change -> !changesBefore.contains(key(change)));
  }

  private List<Evidence> attempts(LedgerReader reader, List<ScopeEntry> scopes) {
    return scopes.stream()
        .flatMap(scope -> reader.heads(scope.state().scope()))
        .flatMap(head -> reader.evidence(head.value().arn()))
        .map(StoredItem::value)
        .filter(event -> !event.isSuccessful() && attemptsBefore.add(event.eventId()))
        .toList();
  }

  private static String key(Change change) {
    return change.arn() + "#" + change.revision();
  }

  private static long revisions(List<ScopeEntry> scopes) {
    return scopes.stream().mapToLong(scope -> scope.state().revisions()).sum();
  }

  private static int count(List<ScopeEntry> scopes, Outcome outcome) {
    return Math.toIntExact(
        scopes.stream()
            .filter(scope -> scope.state().outcome().filter(outcome::equals).isPresent())
            .count());
  }
}
