package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The report of one sweep of one scope.
 *
 * @param scope the scope
 * @param startedAt when it began
 * @param outcome the observation's outcome
 * @param skipped whether nothing was done, since a complete observation had ended after the sweep
 *     was planned; then outcome is COMPLETE, no API was called, and only the scope item was read
 * @param failures what could not be read or recorded, or remained unknown; an observation that
 *     ended COMPLETE may name some
 * @param seen the number of listed resources
 * @param changes the number of recorded revisions for each change kind
 * @param omissions the number of resources that the listing lacked although Get found them
 * @param drift the number of unmodeled members in the responses of the observation and its
 *     confirmations
 * @param probeFailed whether the detail probe failed
 * @param apiCalls calls by operation
 * @param consumed what the ledger consumed
 * @param millis how long it took, in milliseconds
 */
public record SweepReport(
    Scope scope,
    Instant startedAt,
    Outcome outcome,
    boolean skipped,
    List<Failure> failures,
    int seen,
    Map<ChangeKind, Integer> changes,
    int omissions,
    int drift,
    boolean probeFailed,
    Map<String, Integer> apiCalls,
    Consumed consumed,
    long millis) {
  /** Copies the collections. */
  public SweepReport {
    failures = List.copyOf(failures);
    changes = Map.copyOf(changes);
    apiCalls = Map.copyOf(apiCalls);
  }

  /** The first failure's reason, unless the scope was read completely. */
  public Optional<Reason> reason() {
    return outcome == Outcome.COMPLETE
        ? Optional.empty()
        : failures.stream().map(Failure::reason).findFirst();
  }

  /** The number of recorded revisions. */
  public int changed() {
    return changes.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether nothing is left to read: UNSUPPORTED is a result, any other failure is not. */
  public boolean isFine() {
    return outcome == Outcome.REFUSED
        ? reason().equals(Optional.of(Reason.UNSUPPORTED))
        : failures.isEmpty();
  }
}
