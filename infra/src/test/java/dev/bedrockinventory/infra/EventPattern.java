package dev.bedrockinventory.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The event pattern of a rule, or the filter of a mapping. AWS applies both in the same way: each
 * member of the pattern must be in the event with one of the listed values; of an array in the
 * event one element is enough.
 *
 * @param json the pattern in the template
 */
record EventPattern(JsonNode json) {
  boolean matches(JsonNode event) {
    return matches(json, event);
  }

  private static boolean matches(JsonNode pattern, JsonNode event) {
    if (pattern.isObject()) {
      return pattern.properties().stream()
          .allMatch(member -> matches(member.getValue(), event.path(member.getKey())));
    }
    return elements(pattern)
        .anyMatch(expected ->
            event.isArray()
                ? elements(event).anyMatch(element -> isMatch(expected, element))
                : isMatch(expected, event));
  }

  private static boolean isMatch(JsonNode expected, JsonNode value) {
    if (expected.isTextual()) {
      return expected.equals(value);
    }
    if (expected.size() == 1 && expected.path("exists").asBoolean()) {
      return !value.isMissingNode();
    }
    if (expected.size() == 1 && expected.has("prefix")) {
      var prefix = Template.flat(expected.path("prefix")).replace("${AWS::Partition}", "aws");
      return value.asText().startsWith(prefix);
    }
    throw new AssertionError("unsupported pattern " + expected);
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
