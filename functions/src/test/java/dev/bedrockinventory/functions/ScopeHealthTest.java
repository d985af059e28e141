package dev.bedrockinventory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScopeHealthTest {
  private static final Duration STALE_AFTER = Duration.ofMinutes(1);
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  @Test
  void theAgeIsThatOfTheOldestObservation() {
    var states =
        List.of(
            state(ago(90), ago(5), ago(5), Outcome.COMPLETE, Optional.empty()),
            state(ago(90), ago(40), ago(1), Outcome.REFUSED, Optional.of(Reason.THROTTLED)),
            state(ago(90), ago(20), ago(20), Outcome.COMPLETE, Optional.empty()));

    assertThat(health(states).oldest()).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void theAgeOfAScopeNeverReadStartsWhenItIsFirstPlanned() {
    var state =
        state(ago(70), Optional.empty(), ago(1), Outcome.REFUSED, Optional.of(Reason.DENIED));

    assertThat(health(List.of(state)).oldest()).isEqualTo(Duration.ofSeconds(70));
  }

  @Test
  void theAgeOfAnUnsupportedScopeStartsAtItsLastResponse() {
    assertThat(health(List.of(unsupported(Optional.empty(), ago(3)))).oldest())
        .isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void anUnsupportedResponseDoesNotCountForAScopeThatWasRead() {
    assertThat(health(List.of(unsupported(ago(50), ago(4)))).oldest())
        .isEqualTo(Duration.ofSeconds(50));
    assertThat(health(List.of(unsupported(ago(5), ago(60)))).oldest())
        .isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void withoutScopesThereIsNoAge() {
    assertThat(health(List.of()).oldest()).isZero();
  }

  @Test
  void aScopeIsStaleOnceItsObservationIsOlderThanAllowed() {
    var health =
        health(
            List.of(
                state(ago(90), ago(61), ago(5), Outcome.REFUSED, Optional.of(Reason.DENIED)),
                state(ago(90), ago(60), ago(5), Outcome.PARTIAL, Optional.of(Reason.DENIED)),
                state(ago(90), ago(1), ago(1), Outcome.COMPLETE, Optional.empty()),
                state(ago(90), ago(2), ago(2), Outcome.COMPLETE, Optional.empty())));

    assertThat(health.stale()).isEqualTo(1);
  }

  @Test
  void aRefusalIsNewForADayAfterTheLastCompleteObservation() {
    var refused = Optional.of(Reason.DENIED);
    var day = 86_400;

    assertThat(newlyRefused(state(ago(90), ago(60), ago(1), Outcome.REFUSED, refused))).isOne();
    assertThat(newlyRefused(state(ago(90), Optional.empty(), ago(1), Outcome.REFUSED, refused)))
        .as("a new account that cannot be read")
        .isOne();
    assertThat(newlyRefused(state(ago(9 * day), ago(day), ago(1), Outcome.REFUSED, refused)))
        .as("since a day")
        .isZero();
    assertThat(newlyRefused(state(ago(90), ago(60), ago(1), Outcome.PARTIAL, refused))).isZero();
    assertThat(
            newlyRefused(
                state(ago(90), ago(60), ago(1), Outcome.REFUSED, Optional.of(Reason.UNSUPPORTED))))
        .isZero();
  }

  @Test
  void anExcusedScopeCountsForNothing() {
    var state = state(ago(900), ago(900), ago(1), Outcome.REFUSED, Optional.of(Reason.DENIED));

    assertThat(ScopeHealth.of(List.of(state), scope -> true, STALE_AFTER, NOW))
        .isEqualTo(new ScopeHealth(1, 0, 0, Duration.ZERO));
  }

  private static int newlyRefused(ScopeState state) {
    return health(List.of(state)).newlyRefused();
  }

  private static ScopeHealth health(List<ScopeState> states) {
    return ScopeHealth.of(states, scope -> false, STALE_AFTER, NOW);
  }

  private static Optional<Instant> ago(int seconds) {
    return Optional.of(NOW.minusSeconds(seconds));
  }

  private static ScopeState state(
      Optional<Instant> firstPlannedAt,
      Optional<Instant> lastCompleteAt,
      Optional<Instant> lastAttemptAt,
      Outcome outcome,
      Optional<Reason> reason) {
    return state(firstPlannedAt, lastCompleteAt, lastAttemptAt, Optional.empty(), outcome, reason);
  }

  /** A scope that was throttled a second ago, and once was not supported. */
  private static ScopeState unsupported(
      Optional<Instant> lastCompleteAt, Optional<Instant> lastUnsupportedAt) {
    return state(
        ago(70),
        lastCompleteAt,
        ago(1),
        lastUnsupportedAt,
        Outcome.REFUSED,
        Optional.of(Reason.THROTTLED));
  }

  private static ScopeState state(
      Optional<Instant> firstPlannedAt,
      Optional<Instant> lastCompleteAt,
      Optional<Instant> lastAttemptAt,
      Optional<Instant> lastUnsupportedAt,
      Outcome outcome,
      Optional<Reason> reason) {
    return new ScopeState(
        new Scope("111122223333", "us-east-2", Kind.IMPORTED_MODEL),
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        firstPlannedAt,
        lastCompleteAt,
        lastCompleteAt,
        lastAttemptAt,
        lastUnsupportedAt,
        Optional.of(outcome),
        reason,
        Optional.empty(),
        false,
        Optional.empty());
  }
}
