package dev.bedrockinventory.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.UnmodeledMember;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares and merges a resource's details from Get with its summary from the list. Both trees are
 * normalized.
 */
public final class DetailOverlay {
  private DetailOverlay() {}

  /** The outermost members that the details have and the summary lacks, in path order. */
  public static List<UnmodeledMember> beyond(
      ObjectNode summary, ObjectNode details, Operation operation, Arn arn) {
    var known = paths(summary);
    return paths(details).entrySet().stream()
        .filter(path -> !known.containsKey(path.getKey()))
        .filter(path -> isOutermost(path.getKey(), known))
        .map(path ->
            new UnmodeledMember(operation.label(), path.getKey(), path.getValue(), arn.text()))
        .sorted(Comparator.comparing(UnmodeledMember::path))
        .toList();
  }

  /** The tree without the members at these paths. */
  public static ObjectNode without(ObjectNode tree, Set<String> paths) {
    var result = tree.deepCopy();
    prune(result, "", paths);
    return result;
  }

  private static void prune(JsonNode node, String path, Set<String> paths) {
    if (node.isArray()) {
      node.forEach(element -> prune(element, path + "[]", paths));
    }
    if (node instanceof ObjectNode object) {
      object.remove(
          object
              .propertyStream()
              .map(Map.Entry::getKey)
              .filter(name -> paths.contains(inner(path, name)))
              .toList());
      object
          .properties()
          .forEach(member -> prune(member.getValue(), inner(path, member.getKey()), paths));
    }
  }

  private static String inner(String path, String member) {
    return path.isEmpty() ? member : path + "." + member;
  }

  /**
   * The summary overlaid by the details: values of the details win, and members that only the
   * summary has remain. The elements of a set are those of the details.
   */
  public static ObjectNode overlay(ObjectNode summary, ObjectNode details) {
    return overlay(summary, details, "");
  }

  private static ObjectNode overlay(ObjectNode under, ObjectNode over, String path) {
    var result = under.deepCopy();
    over.properties()
        .forEach(member -> {
          var name = member.getKey();
          result.set(name, overlaid(under.path(name), member.getValue(), inner(path, name)));
        });
    return result;
  }

  private static JsonNode overlaid(JsonNode under, JsonNode over, String path) {
    if (under instanceof ObjectNode low && over instanceof ObjectNode high) {
      return overlay(low, high, path);
    }
    if (under instanceof ArrayNode low && over instanceof ArrayNode high) {
      return MemberRules.setKey(path).map(key -> overlaidSet(low, high, key, path)).orElse(over);
    }
    return over;
  }

  private static JsonNode overlaidSet(ArrayNode under, ArrayNode over, String key, String path) {
    var result = JsonNodeFactory.instance.arrayNode();
    for (var element : over) {
      var counterpart = element(under, key, element.path(key));
      result.add(overlaid(counterpart, element, path + "[]"));
    }
    return result;
  }

  private static JsonNode element(ArrayNode set, String key, JsonNode value) {
    for (var element : set) {
      if (!value.isMissingNode() && element.path(key).equals(value)) {
        return element;
      }
    }
    return JsonNodeFactory.instance.missingNode();
  }

  private static boolean isOutermost(String path, Map<String, String> known) {
    var dot = path.lastIndexOf('.');
    if (dot < 0) {
      return true;
    }
    var parent = path.substring(0, dot);
    while (parent.endsWith("[]")) {
      parent = parent.substring(0, parent.length() - 2);
    }
    return known.containsKey(parent);
  }

  /** The paths of all members, and the JSON type of the first value found at each. */
  private static Map<String, String> paths(JsonNode tree) {
    var paths = new LinkedHashMap<String, String>();
    collect(tree, "", paths);
    return paths;
  }

  private static void collect(JsonNode node, String path, Map<String, String> paths) {
    if (node.isArray()) {
      node.forEach(element -> collect(element, path + "[]", paths));
    }
    node.properties()
        .forEach(member -> {
          var inner = inner(path, member.getKey());
          paths.putIfAbsent(inner, MemberNormalizer.type(member.getValue()));
          collect(member.getValue(), inner, paths);
        });
  }
}
