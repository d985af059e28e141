package dev.bedrockinventory.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/**
 * One difference between two documents of a resource.
 *
 * @param path a JSON Pointer (RFC 6901); the members of a set are addressed by their own key
 * @param op the kind of difference
 * @param before the value before, absent for an addition
 * @param after the value after, absent for a removal
 */
public record FieldChange(String path, Op op, Optional<JsonNode> before, Optional<JsonNode> after) {
  /** The kind of a difference. */
  public enum Op {
    /** The path was added. */
    ADD,
    /** The path was removed. */
    REMOVE,
    /** The value at the path changed. */
    REPLACE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The change as {@code {"path","op","before"?,"after"?}}. */
  public ObjectNode tree() {
    var tree = JsonNodeFactory.instance.objectNode().put("path", path).put("op", op.toString());
    before.ifPresent(value -> tree.set("before", value));
    after.ifPresent(value -> tree.set("after", value));
    return tree;
  }

  /** The change that {@link #tree()} wrote. */
  public static FieldChange of(JsonNode tree) {
    return new FieldChange(
        tree.path("path").asText(),
        Op.valueOf(tree.path("op").asText().toUpperCase(Locale.ROOT)),
        Optional.ofNullable(tree.get("before")),
        Optional.ofNullable(tree.get("after")));
  }
}
