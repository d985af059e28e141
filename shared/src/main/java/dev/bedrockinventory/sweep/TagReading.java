package dev.bedrockinventory.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.UnmodeledMember;
import java.time.Instant;
import java.util.List;

/** The tags of one resource, as their authority answered. */
public sealed interface TagReading {
  /**
   * They were read.
   *
   * @param tags the normalized {@code tags} object
   * @param answeredAt when the answer came
   * @param drift its unmodeled members
   */
  record Read(ObjectNode tags, Instant answeredAt, List<UnmodeledMember> drift)
      implements TagReading {
    /** Copies the unmodeled members. */
    public Read {
      drift = List.copyOf(drift);
    }
  }

  /** The resource vanished in the meantime: the next listing decides. */
  record Vanished() implements TagReading {}

  /**
   * They could not be read.
   *
   * @param failure why
   */
  record Unread(Failure failure) implements TagReading {}
}
