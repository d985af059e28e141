package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Absence;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.UnmodeledMember;
import java.util.List;

/** Whether one resource exists: what a Get by its ARN answered. */
public sealed interface Presence {
  /**
   * It exists.
   *
   * @param sighting its document, with empty tags: Get does not tell them
   * @param drift members that the rule table does not know
   */
  record Found(ObservedResource sighting, List<UnmodeledMember> drift) implements Presence {
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
