package dev.bedrockinventory.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A CloudFormation template with queries for tests.
 *
 * @param json the complete template
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

  /** The properties of the only resource of a type whose logical id has this prefix. */
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

  /** The statements of a role, by their unique ids. */
  SortedMap<String, JsonNode> statements(String role) {
    var found = new TreeMap<String, JsonNode>();
    for (var policy : properties("AWS::IAM::Role", role).path("Policies")) {
      for (var statement : policy.path("PolicyDocument").path("Statement")) {
        var id = statement.path("Sid").asText();
        if (found.put(id, statement) != null) {
          throw new AssertionError("%s has two statements '%s'".formatted(role, id));
        }
      }
    }
    return found;
  }

  /** The statement of a role with this id. */
  JsonNode statement(String role, String id) {
    var found = statements(role).get(id);
    if (found == null) {
      throw new AssertionError("%s has no statement '%s'".formatted(role, id));
    }
    return found;
  }

  /** A logical id without the hash at its end, which the CDK adds. */
  static String name(String logicalId) {
    return logicalId.replaceFirst("[0-9A-F]{8}$", "");
  }

  /** A text with references in the form {@code ${name}} or {@code ${name.Arn}}. */
  static String flat(JsonNode node) {
    if (node.isTextual()) {
      return node.asText();
    }
    if (node.has("Ref")) {
      return "${%s}".formatted(name(node.path("Ref").asText()));
    }
    if (node.has("Fn::GetAtt")) {
      var reference = node.path("Fn::GetAtt");
      return "${%s.%s}".formatted(name(reference.path(0).asText()), reference.path(1).asText());
    }
    if (node.has("Fn::Join")) {
      return StreamSupport.stream(node.path("Fn::Join").path(1).spliterator(), false)
          .map(Template::flat)
          .collect(Collectors.joining(node.path("Fn::Join").path(0).asText()));
    }
    throw new AssertionError("not a text: " + node);
  }

  /** One or several texts. */
  static List<String> texts(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList()
        : List.of(node.asText());
  }
}
