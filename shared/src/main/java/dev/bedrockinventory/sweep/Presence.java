package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Absence;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.UnmodeledMember;
import java.util.List;

/** Whether a resource exists: the result of a Get by its ARN. */
public sealed interface Presence {
  /**
   * It exists.
   *
   * @param sighting its document, with empty tags: Get does not return them
   * @param drift its unmodeled members
   */
  record Found(ObservedResource sighting, List<UnmodeledMember> drift) implements Presence {
    /** Copies the unmodeled members. */
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
   * It is unknown.
   *
   * @param failure the failure of the read
   */
  record Unknown(Failure failure) implements Presence {}
}
