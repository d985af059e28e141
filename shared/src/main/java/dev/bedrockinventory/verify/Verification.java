package dev.bedrockinventory.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The result of verifying a ledger.
 *
 * @param scopes how many scopes were verified
 * @param resources how many resources were verified, including deleted ones
 * @param revisions how many revisions were verified
 * @param findings the problems; empty if the ledger is intact
 * @param notCovered what could not be verified, and why, one line each
 */
public record Verification(
    int scopes, int resources, long revisions, List<Finding> findings, List<String> notCovered) {
  /** Copies the lists. */
  public Verification {
    findings = List.copyOf(findings);
    notCovered = List.copyOf(notCovered);
  }

  /** {@code {"verified","scopes",…,"findings":[{"pk","sk","problem"}],"notCovered":[…]}}. */
  public ObjectNode json() {
    var tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("verified", findings.isEmpty())
            .put("scopes", scopes)
            .put("resources", resources)
            .put("revisions", revisions);
    var list = tree.putArray("findings");
    for (var finding : findings) {
      list.addObject()
          .put("pk", finding.item().pk())
          .put("sk", finding.item().sk())
          .put("problem", finding.problem());
    }
    notCovered.forEach(tree.putArray("notCovered")::add);
    return tree;
  }
}
