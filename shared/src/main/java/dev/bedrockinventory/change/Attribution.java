package dev.bedrockinventory.change;

import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Revision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Assigns evidence to revisions: the successful events between a revision and the one before belong
 * to it. Event times are whole seconds: an event in the same second as a revision's observedAt
 * belongs to it if it explains it, else to the next. If it is only about the same tag, and is just
 * what the next revision shows and nobody did later, it belongs to the next, too. A creation is
 * never the cause of anything but a first revision or a CREATED one, a deletion of a DELETED one.
 */
public final class Attribution {
  private final List<Revision> revisions;
  private final List<Evidence> events;

  private Attribution(List<Revision> revisions, Collection<Evidence> evidence) {
    this.revisions = revisions;
    this.events = evidence.stream().filter(Evidence::isSuccessful).sorted().toList();
  }

  /**
   * The events of each revision, by its number, in the order of the events. Revisions without a
   * known author are left out; so are events that no revision has followed yet.
   *
   * @param revisions one resource's revisions, oldest first
   * @param evidence the same resource's evidence, in any order
   */
  public static SortedMap<Long, List<Evidence>> of(
      List<Revision> revisions, Collection<Evidence> evidence) {
    return new Attribution(revisions, evidence).join();
  }

  private SortedMap<Long, List<Evidence>> join() {
    var found = new TreeMap<Long, List<Evidence>>();
    for (var event : events) {
      place(event)
          .ifPresent(revision ->
              found.computeIfAbsent(revision.number(), number -> new ArrayList<>()).add(event));
    }
    return found;
  }

  private Optional<Revision> place(Evidence event) {
    if (event.isDeletion()) {
      return revisions.stream()
          .filter(one -> !second(one).isBefore(second(event)) && fit(event, one) == Fit.EXACT)
          .findFirst();
    }
    var inItsSecond = revisions.stream().filter(one -> second(one).equals(second(event))).toList();
    var next = revisions.stream().filter(one -> second(one).isAfter(second(event))).findFirst();
    return first(inItsSecond, event, Fit.EXACT)
        .or(() -> next.filter(one -> isCausedOnlyBy(event, one)))
        .or(() -> first(inItsSecond, event, Fit.KEY))
        .or(() -> next.filter(one -> !event.isCreation() || isBirth(one)));
  }

  private static Optional<Revision> first(List<Revision> revisions, Evidence event, Fit fit) {
    return revisions.stream().filter(one -> fit(event, one) == fit).findFirst();
  }

  private boolean isCausedOnlyBy(Evidence event, Revision next) {
    return fit(event, next) == Fit.EXACT
        && events.stream()
            .filter(other -> second(other).isAfter(second(event)))
            .filter(other -> !second(other).isAfter(second(next)))
            .noneMatch(other -> fit(other, next) == Fit.EXACT);
  }

  /** How well an event explains a revision. */
  private enum Fit {
    /** It explains exactly what the revision shows. */
    EXACT,
    /** It concerns a tag that the revision shows as changed. */
    KEY,
    /** Not at all. */
    NONE
  }

  private static Fit fit(Evidence event, Revision revision) {
    if (event.isDeletion()) {
      return revision.change() == ChangeKind.DELETED ? Fit.EXACT : Fit.NONE;
    }
    if (event.isCreation()) {
      return isBirth(revision) ? Fit.EXACT : Fit.NONE;
    }
    if (isBirth(revision)) {
      return isBornWith(event, revision.document()) ? Fit.EXACT : Fit.NONE;
    }
    return revision.fields().stream()
        .flatMap(field ->
            event.tags().entrySet().stream()
                .filter(tag -> field.path().equals(Differ.tagPath(tag.getKey())))
                .map(tag -> shows(field, tag.getValue()) ? Fit.EXACT : Fit.KEY))
        .min(Fit::compareTo)
        .orElse(Fit.NONE);
  }

  /** Before its scope's first complete observation a created resource is a BASELINE. */
  private static boolean isBirth(Revision revision) {
    return revision.number() == 1 || revision.change() == ChangeKind.CREATED;
  }

  /** A resource that is tagged right after its creation may be first observed with the tag. */
  private static boolean isBornWith(Evidence event, Document document) {
    var tags = document.tags();
    return !event.tags().isEmpty()
        && event.tags().entrySet().stream()
            .allMatch(tag ->
                tag.getValue().isPresent()
                    && tag.getValue()
                        .equals(Optional.ofNullable(tags.path(tag.getKey()).textValue())));
  }

  private static boolean shows(FieldChange field, Optional<String> value) {
    return field.after().map(node -> node.asText("")).equals(value);
  }

  private static Instant second(Evidence event) {
    return event.at().truncatedTo(ChronoUnit.SECONDS);
  }

  private static Instant second(Revision revision) {
    return revision.observedAt().truncatedTo(ChronoUnit.SECONDS);
  }
}
