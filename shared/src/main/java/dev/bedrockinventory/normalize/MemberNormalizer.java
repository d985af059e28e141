package dev.bedrockinventory.normalize;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.normalize.Shape.ListOf;
import dev.bedrockinventory.normalize.Shape.Members;
import dev.bedrockinventory.normalize.Shape.Scalar;
import dev.bedrockinventory.normalize.Shape.SetOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Normalizes the members of one resource: sorts sets, reformats instants, leaves the rest as it is;
 * and collects unmodeled members and violations of the rules.
 */
final class MemberNormalizer {
  private final Operation operation;
  private final String example;
  private final List<UnmodeledMember> drift = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /** A normalizer for a response of this operation about this resource. */
  MemberNormalizer(Operation operation, String example) {
    this.operation = operation;
    this.example = example;
  }

  /**
   * The normalized value at a path; a new tree. A value that violates the rules is a fault, and
   * remains.
   */
  JsonNode walk(Shape shape, JsonNode node, String path) {
    if (node.isNull()) {
      return node;
    }
    return switch (shape) {
      case Scalar scalar -> scalar(scalar, node, path);
      case Members members -> members(members, node, path);
      case SetOf set -> set(set, node, path);
      case ListOf list -> list(list, node, path);
    };
  }

  /** The unmodeled members, outermost only. */
  List<UnmodeledMember> drift() {
    return drift;
  }

  /** The first violation of the rules, if there is one. */
  Optional<String> fault() {
    return faults.stream().findFirst();
  }

  private JsonNode scalar(Scalar scalar, JsonNode node, String path) {
    if (scalar == Scalar.INSTANT) {
      var instant = InstantParser.find(node);
      return instant.isPresent()
          ? TextNode.valueOf(instant.get().toString())
          : fault(node, path, scalar.description());
    }
    var fits =
        switch (scalar) {
          case TEXT -> node.isTextual();
          case NUMBER -> node.isNumber();
          case FLAG -> node.isBoolean();
          case INSTANT -> throw new AssertionError("handled above");
        };
    return fits ? node : fault(node, path, scalar.description());
  }

  private JsonNode members(Members members, JsonNode node, String path) {
    if (!node.isObject()) {
      return fault(node, path, "an object");
    }
    var result = JsonNodeFactory.instance.objectNode();
    node.properties()
        .forEach(member -> {
          var name = member.getKey();
          var inner = path.isEmpty() ? name : path + "." + name;
          var known = Optional.ofNullable(members.known().get(name));
          if (known.isEmpty()) {
            drift.add(
                new UnmodeledMember(operation.label(), inner, type(member.getValue()), example));
          }
          result.set(
              name,
              known
                  .map(shape -> walk(shape, member.getValue(), inner))
                  .orElseGet(() -> member.getValue().deepCopy()));
        });
    return result;
  }

  private JsonNode set(SetOf set, JsonNode node, String path) {
    if (!node.isArray()) {
      return fault(node, path, "an array");
    }
    var elements = new ArrayList<JsonNode>();
    node.forEach(element -> elements.add(walk(set.element(), element, path + "[]")));
    elements.sort(
        comparing((JsonNode element) -> element.path(set.key()).asText())
            .thenComparing(CanonicalJson::write));
    return JsonNodeFactory.instance.arrayNode().addAll(elements);
  }

  private JsonNode list(ListOf list, JsonNode node, String path) {
    if (!node.isArray()) {
      return fault(node, path, "an array");
    }
    var result = JsonNodeFactory.instance.arrayNode();
    node.forEach(element -> result.add(walk(list.element(), element, path + "[]")));
    return result;
  }

  private JsonNode fault(JsonNode node, String path, String expected) {
    var what = path.isEmpty() ? "the resource" : "member " + path;
    faults.add("%s should be %s, and is of type %s".formatted(what, expected, type(node)));
    return node;
  }

  /** The JSON type of a value, in the terms of {@link UnmodeledMember#type}. */
  static String type(JsonNode node) {
    return node.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
