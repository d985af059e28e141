package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.ledger.ScopeEntry;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.query.Coverage;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The newest and the oldest of the last complete sweeps of all scopes, in words.
 *
 * @param newest the newest; absent if no sweep was complete yet
 * @param oldest the oldest; absent likewise
 */
public record SweepAges(Optional<String> newest, Optional<String> oldest) {
  private record Sweep(ScopeState state, Instant at) {}

  static SweepAges of(Coverage coverage, Instant now) {
    return new SweepAges(
        sweeps(coverage).max(Comparator.comparing(Sweep::at)).map(sweep -> words(sweep, now)),
        sweeps(coverage).min(Comparator.comparing(Sweep::at)).map(sweep -> words(sweep, now)));
  }

  private static Stream<Sweep> sweeps(Coverage coverage) {
    return coverage.scopes().stream()
        .map(ScopeEntry::state)
        .flatMap(state -> state.lastCompleteAt().map(at -> new Sweep(state, at)).stream());
  }

  private static String words(Sweep sweep, Instant now) {
    return "%s, %s".formatted(ChangeRows.place(sweep.state().scope()), Ages.text(sweep.at(), now));
  }
}
