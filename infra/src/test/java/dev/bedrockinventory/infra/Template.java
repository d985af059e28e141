package dev.bedrockinventory.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * A CloudFormation template to be asked.
 *
 * @param json the whole of it
 */
record Template(JsonNode json) {
  /** All resources of a type, by logical id. */
  SortedMap<String, JsonNode> resources(String type) {
    var found = new TreeMap<String, JsonNode>();
    json.path("Resources").properties().stream()
        .filter(entry -> entry.getValue().path("Type").asText().equals(type))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  /** The properties of the only resource of a type whose logical id begins so. */
  JsonNode properties(String type, String prefix) {
    var found =
        resources(type).entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(prefix))
            .map(Map.Entry::getValue)
            .toList();
    if (found.size() != 1) {
      throw new AssertionError("%d of %s beginning with %s".formatted(found.size(), type, prefix));
    }
    return found.getFirst().path("Properties");
  }

  /** The statements of a role, by their ids. */
  SortedMap<String, JsonNode> statements(String role) {
    var found = new TreeMap<String, JsonNode>();
    properties("AWS::IAM::Role", role)
        .path("Policies")
        .forEach(policy ->
            policy
                .path("PolicyDocument")
                .path("Statement")
                .forEach(statement -> found.put(statement.path("Sid").asText(), statement)));
    return found;
  }

  /** One text or several. */
  static List<String> texts(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList()
        : List.of(node.asText());
  }
}
