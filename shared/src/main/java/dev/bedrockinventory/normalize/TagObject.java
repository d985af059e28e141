package dev.bedrockinventory.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Converts a list of tags to one object from key to value. A tag with more members than key and
 * value becomes the object of the rest, with its value in the member {@code value}.
 */
final class TagObject {
  private TagObject() {}

  /** The tags in the member and under the names that the operation uses. */
  static Normalized of(Operation operation, JsonNode resource, MemberNormalizer walk) {
    return switch (operation) {
      case GET_RESOURCES -> of(resource.path("Tags"), "Tags", "Key", "Value", walk);
      case LIST_TAGS_FOR_RESOURCE -> of(resource.path("tags"), "tags", "key", "value", walk);
      case LIST_INFERENCE_PROFILES,
          GET_INFERENCE_PROFILE,
          LIST_IMPORTED_MODELS,
          GET_IMPORTED_MODEL,
          GET_MODEL_IMPORT_JOB ->
          throw new IllegalArgumentException(operation + " does not return tags");
    };
  }

  private static Normalized of(
      JsonNode list, String member, String key, String value, MemberNormalizer walk) {
    if (!list.isArray()) {
      return new Normalized.Malformed("the response lacks its array " + member);
    }
    var tags = JsonNodeFactory.instance.objectNode();
    for (var tag : list) {
      if (!tag.path(key).isTextual() || !tag.path(value).isTextual()) {
        return new Normalized.Malformed("a tag lacks its %s or %s".formatted(key, value));
      }
      var content = content((ObjectNode) tag, key, value);
      var before = tags.replace(tag.path(key).textValue(), content);
      if (before != null && !before.equals(content)) {
        return new Normalized.Malformed("a tag key occurs twice with different values");
      }
    }
    return new Normalized.Read(tags, walk.drift());
  }

  private static JsonNode content(ObjectNode tag, String key, String value) {
    var rest = tag.deepCopy().remove(List.of(key, value));
    return rest.isEmpty() ? tag.path(value) : rest.set("value", tag.path(value));
  }
}
