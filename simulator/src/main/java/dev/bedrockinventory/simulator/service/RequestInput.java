package dev.bedrockinventory.simulator.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.simulator.wire.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The parameters of one call: read with the constraints of the service model, whose violations are
 * collected and thrown together by {@link #check}, in the service's words. Until then a value that
 * breaks a constraint reads as absent, or as an empty text if it is required.
 */
final class RequestInput {
  private static final String TAG_LETTERS = "[a-zA-Z0-9\\s._:/=+@-]*";

  private final ObjectNode parameters;
  private final List<String> violations = new ArrayList<>();

  RequestInput(ObjectNode parameters) {
    this.parameters = parameters;
  }

  /** Throws a {@code ValidationException} that names every violation seen so far. */
  void check() {
    if (!violations.isEmpty()) {
      throw Refusal.invalid(
          "%d validation error%s detected: %s"
              .formatted(
                  violations.size(),
                  violations.size() == 1 ? "" : "s",
                  String.join("; ", violations)));
    }
  }

  Optional<String> text(String path, int min, int max, String pattern) {
    return find(path).flatMap(node -> valid(path, string(path, node), min, max, pattern));
  }

  String required(String path, int min, int max, String pattern) {
    if (find(path).isEmpty()) {
      violations.add(violation(path, "Member must not be null"));
      return "";
    }
    return text(path, min, max, pattern).orElse("");
  }

  int integer(String path, int min, int max, int otherwise) {
    var node = find(path);
    if (node.isEmpty()) {
      return otherwise;
    }
    int value;
    try {
      value = Integer.parseInt(node.get().asText());
    } catch (NumberFormatException e) {
      throw new Refusal(
          400, "SerializationException", "'" + path + "' can not be converted to an Integer", e);
    }
    if (value < min) {
      violations.add(
          violation(path, value, "Member must have value greater than or equal to " + min));
    }
    if (value > max) {
      violations.add(violation(path, value, "Member must have value less than or equal to " + max));
    }
    return value;
  }

  Optional<String> choice(String path, String... values) {
    var text = find(path).map(node -> string(path, node));
    if (text.isPresent() && !List.of(values).contains(text.get())) {
      var set = new TreeSet<>(List.of(values));
      violations.add(violation(path, text.get(), "Member must satisfy enum value set: " + set));
      return Optional.empty();
    }
    return text;
  }

  Optional<Instant> instant(String path) {
    return find(path)
        .map(node -> {
          try {
            return Instant.parse(node.asText());
          } catch (DateTimeException e) {
            throw new Refusal(
                400, "SerializationException", "'" + path + "' is not an ISO-8601 instant", e);
          }
        });
  }

  Optional<JsonNode> any(String path) {
    return find(path);
  }

  /** The {@code nextToken} of the Bedrock operations. */
  Optional<String> nextToken() {
    return text("nextToken", 1, 2048, "\\S*");
  }

  /** A list of {@code {key, value}}; empty when it is absent. */
  NavigableMap<String, String> tags(String path) {
    var tags = new TreeMap<String, String>();
    var elements = list(path);
    if (elements.size() > 200) {
      violations.add(violation(path, "Member must have length less than or equal to 200"));
    }
    for (int i = 1; i <= elements.size(); i++) {
      String member = path + "." + i + ".member.";
      var element = new RequestInput(object(path, elements.get(i - 1)));
      String key = element.required("key", 1, 128, TAG_LETTERS);
      String value = element.required("value", 0, 256, TAG_LETTERS);
      element.violations.forEach(
          text -> violations.add(text.replaceFirst(" at '", " at '" + member)));
      if (tags.putIfAbsent(key, value) != null && element.violations.isEmpty()) {
        throw Refusal.invalid("Duplicate tag keys found. Tag keys must be unique.");
      }
    }
    return tags;
  }

  /** A list of texts; empty when it is absent. */
  List<String> texts(String path, int max, int textMax) {
    var elements = list(path);
    if (elements.size() > max) {
      violations.add(violation(path, "Member must have length less than or equal to " + max));
    }
    var texts = new ArrayList<String>();
    for (var element : elements) {
      valid(path, string(path, element), 1, textMax, "[\\s\\S]*").ifPresent(texts::add);
    }
    return texts;
  }

  /** An object of texts; empty when it is absent. */
  Map<String, String> map(String path) {
    var map = new LinkedHashMap<String, String>();
    find(path)
        .ifPresent(node ->
            object(path, node)
                .properties()
                .forEach(entry -> map.put(entry.getKey(), string(path, entry.getValue()))));
    return map;
  }

  /** The elements of a list; none when it is absent. */
  List<JsonNode> list(String path) {
    var node = find(path);
    if (node.isEmpty()) {
      return List.of();
    }
    if (!node.get().isArray()) {
      throw new Refusal(400, "SerializationException", "'" + path + "' is not a list");
    }
    var elements = new ArrayList<JsonNode>();
    node.get().forEach(elements::add);
    return elements;
  }

  void require(String path) {
    if (find(path).isEmpty()) {
      violations.add(violation(path, "Member must not be null"));
    }
  }

  private Optional<String> valid(String path, String value, int min, int max, String pattern) {
    if (value.length() < min) {
      violations.add(
          violation(path, value, "Member must have length greater than or equal to " + min));
    } else if (value.length() > max) {
      violations.add(
          violation(path, value, "Member must have length less than or equal to " + max));
    } else if (!Pattern.matches(pattern, value)) {
      violations.add(
          violation(path, value, "Member must satisfy regular expression pattern: " + pattern));
    } else {
      return Optional.of(value);
    }
    return Optional.empty();
  }

  private Optional<JsonNode> find(String path) {
    JsonNode node = parameters;
    for (String name : path.split("\\.", -1)) {
      node = Optional.ofNullable(node.get(name)).orElseGet(MissingNode::getInstance);
    }
    return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
  }

  private static String string(String path, JsonNode node) {
    if (!node.isTextual()) {
      throw new Refusal(400, "SerializationException", "'" + path + "' is not a string");
    }
    return node.textValue();
  }

  private static ObjectNode object(String path, JsonNode node) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new Refusal(400, "SerializationException", "'" + path + "' is not a structure");
  }

  private static String violation(String path, String constraint) {
    return "Value at '" + path + "' failed to satisfy constraint: " + constraint;
  }

  private static String violation(String path, Object value, String constraint) {
    boolean sensitive = path.equals("description");
    return sensitive
        ? violation(path, constraint)
        : "Value '" + value + "' at '" + path + "' failed to satisfy constraint: " + constraint;
  }
}
