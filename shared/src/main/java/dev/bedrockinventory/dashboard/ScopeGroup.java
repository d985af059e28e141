package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.ledger.ScopeEntry;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Scopes of one account with the same status and reason, in one row; at least one.
 *
 * @param status their status
 * @param entries the scopes, in order
 */
record ScopeGroup(ScopeStatus status, List<ScopeEntry> entries) {
  /** More scopes than this are shown as groups. */
  private static final int MOST_SINGLE = 100;

  private static final int MOST_NAMED = 6;

  private record Key(String account, ScopeStatus status, Optional<Reason> reason) {}

  ScopeGroup {
    entries = List.copyOf(entries);
  }

  /** Worst first; scopes are alone unless there are too many. */
  static List<ScopeGroup> of(Collection<ScopeEntry> scopes, Instant now) {
    var groups =
        scopes.size() > MOST_SINGLE
            ? scopes.stream().collect(Collectors.groupingBy(entry -> key(entry, now))).values()
            : scopes.stream().map(List::of).toList();
    return groups.stream()
        .map(group -> new ScopeGroup(ScopeStatus.of(group.getFirst(), now), group))
        .sorted(Comparator.comparing(ScopeGroup::position))
        .toList();
  }

  private static Key key(ScopeEntry entry, Instant now) {
    return new Key(
        entry.state().scope().account(), ScopeStatus.of(entry, now), entry.state().reason());
  }

  Scope first() {
    return entries.getFirst().state().scope();
  }

  Optional<Reason> reason() {
    return entries.getFirst().state().reason();
  }

  /** Sorts the groups. */
  String position() {
    return status.position() + " " + first().key();
  }

  boolean isSingle() {
    return entries.size() == 1;
  }

  /** The regions; the first of them if there are many. */
  String regions() {
    return names(Scope::region, "regions");
  }

  String kinds() {
    return names(scope -> scope.kind().label(), "kinds");
  }

  /** The oldest of the last complete sweeps; absent if any scope has none. */
  Optional<Instant> lastCompleteAt() {
    var times = entries.stream().map(entry -> entry.state().lastCompleteAt()).toList();
    return times.stream().allMatch(Optional::isPresent)
        ? times.stream().flatMap(Optional::stream).min(Comparator.naturalOrder())
        : Optional.empty();
  }

  /** The sum of a figure of the last observations; absent before the first. */
  Optional<Integer> sum(ToIntFunction<ScopeEntry.Figures> figure) {
    return entries.stream()
        .flatMap(entry -> entry.lastObservation().stream())
        .map(figure::applyAsInt)
        .reduce(Integer::sum);
  }

  private String names(Function<Scope, String> part, String many) {
    var names =
        entries.stream().map(entry -> part.apply(entry.state().scope())).distinct().toList();
    return names.size() > MOST_NAMED
        ? "%d %s: %s, …"
            .formatted(names.size(), many, String.join(", ", names.subList(0, MOST_NAMED)))
        : String.join(", ", names);
  }
}
