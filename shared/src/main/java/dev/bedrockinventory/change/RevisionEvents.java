package dev.bedrockinventory.change;

import dev.bedrockinventory.model.Evidence;
import java.util.List;

/**
 * The successful events that belong to one revision; each list in the order of the events.
 *
 * @param who the events that explain what the revision shows
 * @param alsoSeen the other events between the previous revision and this one
 */
public record RevisionEvents(List<Evidence> who, List<Evidence> alsoSeen) {
  /** No known events. */
  public static final RevisionEvents NONE = new RevisionEvents(List.of(), List.of());

  /** Copies the lists. */
  public RevisionEvents {
    who = List.copyOf(who);
    alsoSeen = List.copyOf(alsoSeen);
  }
}
