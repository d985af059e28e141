package dev.bedrockinventory.normalize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.UnmodeledMember;
import java.util.List;

/** What became of the raw JSON of one resource, or of its tags. */
public sealed interface Normalized {
  /**
   * It is what the rules say, whatever else it holds.
   *
   * @param tree the normalized members, everything that the API said still in it
   * @param drift the members that the rule table does not know
   */
  record Read(ObjectNode tree, List<UnmodeledMember> drift) implements Normalized {
    /** Copies the drift. */
    public Read {
      drift = List.copyOf(drift);
    }
  }

  /**
   * A known member is not what the rules say.
   *
   * @param message which, in one line, without any of its content
   */
  record Malformed(String message) implements Normalized {}
}
