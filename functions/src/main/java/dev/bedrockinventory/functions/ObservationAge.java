package dev.bedrockinventory.functions;

import dev.bedrockinventory.model.ScopeState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The time since scopes were completely observed: it grows if sweeps stop. */
final class ObservationAge {
  private ObservationAge() {}

  /**
   * The age of the oldest last complete observation of the scopes. A scope that was never observed
   * counts from its first plan. An observation with reason UNSUPPORTED counts as complete, unless
   * something was read before.
   */
  static Duration oldest(Collection<ScopeState> states, Instant now) {
    return states.stream()
        .map(state -> observedAt(state).orElse(now))
        .map(observedAt -> Duration.between(observedAt, now))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static Optional<Instant> observedAt(ScopeState state) {
    return state
        .lastCompleteAt()
        .or(() -> state.wasRead() ? Optional.empty() : state.lastUnsupportedAt())
        .or(state::firstPlannedAt);
  }
}
