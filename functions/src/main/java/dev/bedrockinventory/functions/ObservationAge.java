package dev.bedrockinventory.functions;

import dev.bedrockinventory.model.ScopeState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** How long ago scopes were looked at completely: the dead man's switch of the sweeps. */
final class ObservationAge {
  private ObservationAge() {}

  /**
   * The age of the oldest last complete look of the scopes. A scope that was never looked at counts
   * from when it was first planned. That Bedrock is not supported is an answer, and so a look.
   */
  static Duration oldest(Collection<ScopeState> states, Instant now) {
    return states.stream()
        .map(state -> lookedAt(state).orElse(now))
        .map(lookedAt -> Duration.between(lookedAt, now))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static Optional<Instant> lookedAt(ScopeState state) {
    return Stream.of(state.lastCompleteAt(), state.lastUnsupportedAt())
        .flatMap(Optional::stream)
        .max(Instant::compareTo)
        .or(state::firstPlannedAt);
  }
}
