package dev.bedrockinventory.functions;

import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How current the scopes are.
 *
 * @param excused the number of scopes that count for no alarm
 * @param stale how many of the others have no current complete observation
 * @param newlyRefused how many of the others are refused, and were completely observed within the
 *     last day: a lasting refusal is stale instead
 * @param oldest the age of the oldest last complete observation of the others
 */
record ScopeHealth(int excused, int stale, int newlyRefused, Duration oldest) {
  private static final Duration NEW = Duration.ofDays(1);

  /**
   * The health of scopes. A scope that was never observed counts from its first plan. An
   * observation with reason UNSUPPORTED counts as complete, unless something was read before.
   *
   * @param isExcused which scopes do not count
   * @param staleAfter the age from which an observation is no longer current
   */
  static ScopeHealth of(
      Collection<ScopeState> states, Predicate<Scope> isExcused, Duration staleAfter, Instant now) {
    var counted = states.stream().filter(state -> !isExcused.test(state.scope())).toList();
    var ages = counted.stream().map(state -> age(state, now)).toList();
    return new ScopeHealth(
        states.size() - counted.size(),
        (int) ages.stream().filter(age -> age.compareTo(staleAfter) > 0).count(),
        (int) counted.stream().filter(state -> isNewlyRefused(state, now)).count(),
        ages.stream().max(Duration::compareTo).orElse(Duration.ZERO));
  }

  private static boolean isNewlyRefused(ScopeState state, Instant now) {
    return state.outcome().filter(Outcome.REFUSED::equals).isPresent()
        && state.reason().filter(Reason.UNSUPPORTED::equals).isEmpty()
        && age(state, now).compareTo(NEW) < 0;
  }

  private static Duration age(ScopeState state, Instant now) {
    return Duration.between(observedAt(state).orElse(now), now);
  }

  private static Optional<Instant> observedAt(ScopeState state) {
    return state
        .lastCompleteAt()
        .or(() -> state.wasRead() ? Optional.empty() : state.lastUnsupportedAt())
        .or(state::firstPlannedAt);
  }
}
