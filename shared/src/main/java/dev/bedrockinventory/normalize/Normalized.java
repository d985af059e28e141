package dev.bedrockinventory.normalize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.UnmodeledMember;
import java.util.List;

/** The result of normalizing the raw JSON of one resource, or of its tags. */
public sealed interface Normalized {
  /**
   * It matches the rules; unmodeled members are allowed.
   *
   * @param tree the normalized members, with everything that the API returned
   * @param drift the unmodeled members
   */
  record Read(ObjectNode tree, List<UnmodeledMember> drift) implements Normalized {
    /** Copies the drift. */
    public Read {
      drift = List.copyOf(drift);
    }
  }

  /**
   * A known member does not match the rules.
   *
   * @param message names the member, in one line, without its content
   */
  record Malformed(String message) implements Normalized {}
}
