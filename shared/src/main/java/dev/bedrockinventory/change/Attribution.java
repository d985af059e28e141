package dev.bedrockinventory.change;

import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Revision;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Joins evidence with revisions: to a revision belong the successful events between it and the one
 * before. Event times are whole seconds: an event in the same second as a revision's observedAt
 * belongs to it only if it explains it, else to the next.
 */
public final class Attribution {
  private Attribution() {}

  /**
   * The events of each revision, by its number, in the order of the events. Revisions that nobody
   * is known to have caused are left out; so are events that no revision has followed yet.
   *
   * @param revisions one resource's revisions, oldest first
   * @param evidence the same resource's evidence, in any order
   */
  public static SortedMap<Long, List<Evidence>> of(
      List<Revision> revisions, Collection<Evidence> evidence) {
    var found = new TreeMap<Long, List<Evidence>>();
    evidence.stream()
        .filter(Evidence::isSuccessful)
        .sorted()
        .forEach(event ->
            revisions.stream()
                .filter(revision -> belongs(event, revision))
                .findFirst()
                .ifPresent(revision ->
                    found
                        .computeIfAbsent(revision.number(), number -> new ArrayList<>())
                        .add(event)));
    return found;
  }

  private static boolean belongs(Evidence event, Revision revision) {
    var second = revision.observedAt().truncatedTo(ChronoUnit.SECONDS);
    var eventSecond = event.at().truncatedTo(ChronoUnit.SECONDS);
    return eventSecond.isBefore(second)
        || (eventSecond.equals(second) && explains(event, revision));
  }

  private static boolean explains(Evidence event, Revision revision) {
    if (event.isDeletion()) {
      return revision.change() == ChangeKind.DELETED;
    }
    if (event.isCreation()) {
      return revision.change() == ChangeKind.CREATED;
    }
    return revision.fields().stream()
        .anyMatch(field ->
            event.tagKeys().stream().anyMatch(key -> field.path().equals(Differ.tagPath(key))));
  }
}
