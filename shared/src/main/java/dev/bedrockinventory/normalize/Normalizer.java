package dev.bedrockinventory.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;

/**
 * Converts raw API JSON to documents. Set order, tag order, member order, white space and the
 * format of instants do not matter; everything else does, including JSON nulls. Normalizing is
 * idempotent.
 */
public final class Normalizer {
  /** The name under which a resource's own member {@code tags} is stored, if the API adds one. */
  static final String OWN_TAGS = "resource.tags";

  private Normalizer() {}

  /** The members of one resource, as one operation returned them; without tags. */
  public static Normalized members(Operation operation, JsonNode resource, Arn arn) {
    var walk = new MemberNormalizer(operation, arn.text());
    return read(walk, walk.walk(MemberRules.resource(operation), resource, ""));
  }

  /**
   * The tags of one resource as an object from key to value: the response of ListTagsForResource,
   * or one mapping of GetResources.
   *
   * @throws IllegalArgumentException if the operation does not return tags
   */
  public static Normalized tags(Operation operation, JsonNode answer, Arn arn) {
    var walk = new MemberNormalizer(operation, arn.text());
    return switch (read(walk, walk.walk(MemberRules.resource(operation), answer, ""))) {
      case Normalized.Malformed malformed -> malformed;
      case Normalized.Read read -> TagObject.of(operation, read.tree(), walk);
    };
  }

  /** The document of a resource's normalized members and tags. */
  public static Document document(ObjectNode members, ObjectNode tags) {
    var tree = members.deepCopy();
    var own = tree.remove(Document.TAGS);
    if (own != null) {
      tree.set(OWN_TAGS, own);
    }
    return Document.of(tree.set(Document.TAGS, tags));
  }

  private static Normalized read(MemberNormalizer walk, JsonNode result) {
    return walk.fault()
        .<Normalized>map(Normalized.Malformed::new)
        .orElseGet(() ->
            result instanceof ObjectNode tree
                ? new Normalized.Read(tree, walk.drift())
                : new Normalized.Malformed(
                    "the resource is of type " + MemberNormalizer.type(result)));
  }
}
