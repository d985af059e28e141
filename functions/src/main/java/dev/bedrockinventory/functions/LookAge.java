package dev.bedrockinventory.functions;

import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.ScopeState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** How long ago scopes were looked at completely: the dead man's switch of the sweeps. */
final class LookAge {
  private LookAge() {}

  /**
   * The age of the oldest last complete look of the scopes. A scope that was never looked at counts
   * from when it was first planned, one that Bedrock does not support from the last attempt.
   */
  static Duration oldest(Collection<ScopeState> states, Instant now) {
    return states.stream()
        .map(state -> lookedAt(state).orElse(now))
        .map(lookedAt -> Duration.between(lookedAt, now))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static Optional<Instant> lookedAt(ScopeState state) {
    var isUnsupported =
        state.outcome().equals(Optional.of(Outcome.REFUSED))
            && state.reason().equals(Optional.of(Reason.UNSUPPORTED));
    return isUnsupported ? state.lastAttemptAt() : state.lastCompleteAt().or(state::firstPlannedAt);
  }
}
