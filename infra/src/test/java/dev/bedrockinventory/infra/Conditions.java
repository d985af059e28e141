package dev.bedrockinventory.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A template's conditions, as CloudFormation evaluates them.
 *
 * @param json the section of the template
 * @param values of parameters, and of pseudo parameters
 */
record Conditions(JsonNode json, Map<String, String> values) {
  /** Whether a condition of the template holds. */
  boolean hold(String name) {
    if (!json.has(name)) {
      throw new AssertionError("no condition '%s'".formatted(name));
    }
    return holds(json.path(name));
  }

  private boolean holds(JsonNode expression) {
    var operator = expression.properties().iterator().next();
    var operands = operator.getValue();
    return switch (operator.getKey()) {
      case "Fn::And" -> StreamSupport.stream(operands.spliterator(), false).allMatch(this::holds);
      case "Fn::Not" -> !holds(operands.path(0));
      case "Fn::Equals" -> text(operands.path(0)).equals(text(operands.path(1)));
      default -> throw new AssertionError("unsupported condition " + expression);
    };
  }

  private String text(JsonNode node) {
    if (node.isTextual()) {
      return node.asText();
    }
    if (node.has("Ref")) {
      var name = node.path("Ref").asText();
      return Optional.ofNullable(values.get(name))
          .orElseThrow(() -> new AssertionError("no value of " + name));
    }
    if (node.has("Fn::Select")) {
      var split = node.path("Fn::Select").path(1).path("Fn::Split");
      var parts = text(split.path(1)).split(split.path(0).asText(), -1);
      return parts[node.path("Fn::Select").path(0).asInt()];
    }
    throw new AssertionError("unsupported text " + node);
  }
}
