package dev.bedrockinventory.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.ledger.ItemKey;
import java.util.List;

/**
 * The result of a repair.
 *
 * @param repaired the items that were written or deleted, or would be
 * @param unrepaired what cannot be repaired, and why
 */
public record RepairResult(List<Repaired> repaired, List<Finding> unrepaired) {
  /** Copies the lists. */
  public RepairResult {
    repaired = List.copyOf(repaired);
    unrepaired = List.copyOf(unrepaired);
  }

  /** {@code {"repaired":[{"pk","sk","how"}],"unrepaired":[{"pk","sk","problem"}]}}. */
  public ObjectNode json() {
    var tree = JsonNodeFactory.instance.objectNode();
    var done = tree.putArray("repaired");
    repaired.forEach(one -> key(done.addObject(), one.item()).put("how", one.how()));
    var left = tree.putArray("unrepaired");
    unrepaired.forEach(one -> key(left.addObject(), one.item()).put("problem", one.problem()));
    return tree;
  }

  private static ObjectNode key(ObjectNode tree, ItemKey item) {
    return tree.put("pk", item.pk()).put("sk", item.sk());
  }

  /**
   * An item that was repaired.
   *
   * @param item its key
   * @param how what was done, in a few words
   */
  public record Repaired(ItemKey item, String how) {}
}
