package dev.bedrockinventory.change;

import dev.bedrockinventory.change.ShownChange.Fit;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Revision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Assigns evidence to revisions. The successful events between a revision and the one before belong
 * to it: as {@code who} if they explain what it shows, otherwise as {@code alsoSeen}. Event times
 * are whole seconds: an event in the same second as a revision's observedAt belongs to it if it
 * explains it, else to the next. If it is only about the same tag, and is just what the next
 * revision shows and nobody did later, it belongs to the next, too. A creation explains only a
 * first revision or a CREATED one, a deletion only the next DELETED one.
 *
 * <p>The time grows with n log n; only events and revisions of the same second are compared each
 * with each.
 */
public final class Attribution {
  private final NavigableMap<Instant, List<ShownChange>> changes = new TreeMap<>();
  private final NavigableMap<Instant, ShownChange> deletions = new TreeMap<>();
  private final Map<Long, Instant> lastCauses = new HashMap<>();
  private final Map<Long, List<Evidence>> who = new HashMap<>();
  private final Map<Long, List<Evidence>> alsoSeen = new HashMap<>();

  private Attribution(List<Revision> revisions) {
    for (var revision : revisions) {
      var change = new ShownChange(revision);
      var second = second(revision.observedAt());
      changes.computeIfAbsent(second, _ -> new ArrayList<>()).add(change);
      if (change.isDeletion()) {
        deletions.putIfAbsent(second, change);
      }
    }
  }

  /**
   * The events of each revision, by its number. Revisions without events are left out; so are
   * events that no revision has followed yet.
   *
   * @param revisions one resource's revisions, oldest first
   * @param evidence the same resource's evidence, in any order
   */
  public static SortedMap<Long, RevisionEvents> of(
      List<Revision> revisions, Collection<Evidence> evidence) {
    var events = evidence.stream().filter(Evidence::isSuccessful).sorted().toList();
    var attribution = new Attribution(revisions);
    events.forEach(attribution::noteCause);
    events.forEach(attribution::assign);
    return attribution.result();
  }

  /** The second of a time: events have no finer one. */
  public static Instant second(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Whether a revision begins a resource, as its first one or after a deletion. */
  public static boolean isBirth(Revision revision) {
    return ShownChange.isBirth(revision);
  }

  /** The last event before or in the second of a revision that explains it exactly. */
  private void noteCause(Evidence event) {
    var second = second(event.at());
    first(changes.ceilingEntry(second))
        .filter(change -> change.fit(event) == Fit.EXACT)
        .ifPresent(change -> lastCauses.put(change.number(), second));
  }

  private void assign(Evidence event) {
    var second = second(event.at());
    var next = first(changes.higherEntry(second));
    var explained =
        event.isDeletion()
            ? Optional.ofNullable(deletions.ceilingEntry(second)).map(Map.Entry::getValue)
            : explained(event, changes.getOrDefault(second, List.of()), next);
    explained.ifPresentOrElse(
        change -> add(who, change, event),
        () -> next.ifPresent(change -> add(alsoSeen, change, event)));
  }

  private Optional<ShownChange> explained(
      Evidence event, List<ShownChange> sameSecond, Optional<ShownChange> next) {
    return find(sameSecond, event, Fit.EXACT)
        .or(() -> next.filter(change -> isLastCause(event, change)))
        .or(() -> find(sameSecond, event, Fit.PART))
        .or(() -> next.filter(change -> change.fit(event) != Fit.NONE));
  }

  private static Optional<ShownChange> find(List<ShownChange> changes, Evidence event, Fit fit) {
    return changes.stream().filter(change -> change.fit(event) == fit).findFirst();
  }

  private boolean isLastCause(Evidence event, ShownChange next) {
    var second = second(event.at());
    return next.fit(event) == Fit.EXACT
        && !lastCauses.getOrDefault(next.number(), second).isAfter(second);
  }

  private static Optional<ShownChange> first(
      Map.@Nullable Entry<Instant, List<ShownChange>> entry) {
    return Optional.ofNullable(entry).map(Map.Entry::getValue).map(List::getFirst);
  }

  private static void add(Map<Long, List<Evidence>> events, ShownChange change, Evidence event) {
    events.computeIfAbsent(change.number(), _ -> new ArrayList<>()).add(event);
  }

  private SortedMap<Long, RevisionEvents> result() {
    var numbers = new TreeSet<>(who.keySet());
    numbers.addAll(alsoSeen.keySet());
    var found = new TreeMap<Long, RevisionEvents>();
    for (var number : numbers) {
      found.put(
          number,
          new RevisionEvents(
              who.getOrDefault(number, List.of()), alsoSeen.getOrDefault(number, List.of())));
    }
    return found;
  }
}
