package dev.bedrockinventory.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A rule's event pattern, or a mapping's filter, as AWS applies both: each member of the pattern
 * must be in the event, with one of the listed values; of an array in the event one element is
 * enough.
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
        .anyMatch(wanted ->
            event.isArray()
                ? elements(event).anyMatch(element -> isWanted(wanted, element))
                : isWanted(wanted, event));
  }

  private static boolean isWanted(JsonNode wanted, JsonNode value) {
    if (wanted.isTextual()) {
      return wanted.equals(value);
    }
    if (wanted.size() == 1 && wanted.path("exists").asBoolean()) {
      return !value.isMissingNode();
    }
    if (wanted.size() == 1 && wanted.has("prefix")) {
      var prefix = Template.flat(wanted.path("prefix")).replace("${AWS::Partition}", "aws");
      return value.asText().startsWith(prefix);
    }
    throw new AssertionError("this test knows no pattern " + wanted);
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
