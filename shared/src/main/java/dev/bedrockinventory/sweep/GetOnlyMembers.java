package dev.bedrockinventory.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.normalize.DetailOverlay;
import dev.bedrockinventory.normalize.Operation;
import java.util.HashSet;
import java.util.Set;

/**
 * Leaves out the members that only Get returns, where documents are summaries: an observation of
 * the scope lacks them, so a single Get must not add them. Which these are is known from the
 * reported unmodeled members: those of Get that the list does not return too.
 */
final class GetOnlyMembers {
  private GetOnlyMembers() {}

  /** The tree without them; costs one read if any unmodeled member was reported in the scope. */
  static ObjectNode leftOut(Ledger ledger, ScopeState state, ObjectNode tree) {
    if (state.detailed() || !state.scope().kind().isProfile() || state.driftDigest().isEmpty()) {
      return tree;
    }
    var reported = ledger.unmodeledMembers();
    var paths = new HashSet<>(paths(reported, Operation.GET_INFERENCE_PROFILE));
    paths.removeAll(paths(reported, Operation.LIST_INFERENCE_PROFILES));
    return DetailOverlay.without(tree, paths);
  }

  private static Set<String> paths(Iterable<UnmodeledMember> reported, Operation operation) {
    var paths = new HashSet<String>();
    for (var member : reported) {
      if (member.operation().equals(operation.label())) {
        paths.add(member.path());
      }
    }
    return paths;
  }
}
