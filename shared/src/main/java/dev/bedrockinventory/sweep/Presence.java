package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Absence;
import dev.bedrockinventory.model.Drift;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Sighting;
import java.util.List;

/** Whether one resource exists: what a Get by its ARN answered. */
public sealed interface Presence {
  /**
   * It exists.
   *
   * @param sighting its document, with empty tags: Get does not tell them
   * @param drift members that the rule table does not know
   */
  record Found(Sighting sighting, List<Drift> drift) implements Presence {
    /** Copies the drift. */
    public Found {
      drift = List.copyOf(drift);
    }
  }

  /**
   * It does not exist.
   *
   * @param absence the proof
   */
  record NotFound(Absence absence) implements Presence {}

  /**
   * Nobody knows.
   *
   * @param failure what was answered instead
   */
  record Unknown(Failure failure) implements Presence {}
}
