package dev.bedrockinventory.normalize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.UnmodeledMember;
import java.util.List;

/** The result of normalizing the raw JSON of one resource, or of its tags. */
public sealed interface Normalized {
  /**
   * It follows the rules; it may have unmodeled members.
   *
   * @param tree the normalized members, with everything that the API returned
   * @param drift the unmodeled members
   */
  record Read(ObjectNode tree, List<UnmodeledMember> drift) implements Normalized {
    /** Copies the list. */
    public Read {
      drift = List.copyOf(drift);
    }
  }

  /**
   * A modeled member violates the rules.
   *
   * @param message the member and the expected type, in one line, without its content
   */
  record Malformed(String message) implements Normalized {}
}
