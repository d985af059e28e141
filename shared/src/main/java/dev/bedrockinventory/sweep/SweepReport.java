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
 * What one sweep of one scope did.
 *
 * @param scope what was swept
 * @param startedAt when
 * @param outcome how the look ended
 * @param skipped whether nothing was done, since a complete look had begun after the sweep was
 *     planned; then outcome is COMPLETE and all counts are 0
 * @param failures what could not be read or recorded, or stayed unknown; a look that ended COMPLETE
 *     may name some
 * @param seen how many resources were listed
 * @param changes how many revisions were recorded, every change kind present
 * @param omissions how many resources the listing lacked although Get found them
 * @param drift how many unmodelled members were seen, by the look or by what confirmed it
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

  /** Why the scope could not be read, unless it was read completely. */
  public Optional<Reason> reason() {
    return outcome == Outcome.COMPLETE
        ? Optional.empty()
        : failures.stream().map(Failure::reason).findFirst();
  }

  /** How many revisions were recorded. */
  public int changed() {
    return changes.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether nothing is left to read: UNSUPPORTED is an answer, any other failure leaves work. */
  public boolean isFine() {
    return outcome == Outcome.REFUSED
        ? reason().equals(Optional.of(Reason.UNSUPPORTED))
        : failures.isEmpty();
  }
}
