package dev.bedrockinventory.query;

import dev.bedrockinventory.aws.Parallel;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.ScopeEntry;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How much of a quota is used in one scope.
 *
 * @param scope the scope
 * @param used how many resources the ledger has
 * @param limit how many are allowed
 * @param lastCompleteAt when the scope was last read completely; absent: never, so that there may
 *     be more resources
 * @param isCurrent whether the last observation was complete; otherwise the number may be old
 */
public record QuotaUse(
    Scope scope, long used, int limit, Optional<Instant> lastCompleteAt, boolean isCurrent) {
  private static final double NEAR = 0.8;

  /** What the number means. */
  public enum State {
    /** Less than 80% is used. */
    OK,
    /** At least 80% is used. */
    NEAR,
    /** All of it is used, or more than the limit that is assumed. */
    REACHED,
    /** The scope was never read completely, so that the number is unknown. */
    UNREAD
  }

  /**
   * The use in each admitted scope whose kind has a quota, the largest share first, and those that
   * were never read at the end. A scope that its region does not support is left out. Costs one
   * Query of the scopes, and one for each.
   */
  public static List<QuotaUse> of(LedgerReader reader, Quotas quotas, Filter scopes) {
    var entries =
        Coverage.of(reader, scopes).scopes().stream()
            .filter(entry -> !isUnsupported(entry))
            .filter(entry -> quotas.limit(entry.state().scope().kind()).isPresent());
    return Parallel.stream(entries, entry -> of(reader, quotas, entry))
        .sorted(
            Comparator.comparing((QuotaUse use) -> use.state() == State.UNREAD)
                .thenComparing(Comparator.comparingDouble(QuotaUse::share).reversed())
                .thenComparing(use -> use.scope().toString()))
        .toList();
  }

  private static QuotaUse of(LedgerReader reader, Quotas quotas, ScopeEntry entry) {
    var state = entry.state();
    return new QuotaUse(
        state.scope(),
        reader.heads(state.scope()).count(),
        quotas.limit(state.scope().kind()).orElse(0),
        state.lastCompleteAt(),
        state.outcome().equals(Optional.of(Outcome.COMPLETE)));
  }

  private static boolean isUnsupported(ScopeEntry entry) {
    return entry.state().reason().equals(Optional.of(Reason.UNSUPPORTED))
        && !entry.state().wasRead();
  }

  /** The used share of the limit; 1 is all of it. */
  public double share() {
    return limit == 0 ? 1 : (double) used / limit;
  }

  /** What the number means. */
  public State state() {
    if (lastCompleteAt.isEmpty()) {
      return State.UNREAD;
    }
    if (used >= limit) {
      return State.REACHED;
    }
    return share() >= NEAR ? State.NEAR : State.OK;
  }
}
