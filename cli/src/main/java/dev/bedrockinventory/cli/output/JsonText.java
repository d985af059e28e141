package dev.bedrockinventory.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.cli.context.ControlCharacters;
import dev.bedrockinventory.model.CanonicalJson;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * JSON for stdout: members in the order of the contract, numbers and texts as exact as in {@link
 * CanonicalJson}.
 */
public final class JsonText {
  private JsonText() {}

  /** The value on one line. */
  public static String line(JsonNode value) {
    if (value.isObject()) {
      return value.properties().stream()
          .map(member -> name(member.getKey()) + ":" + line(member.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(JsonText::line)
          .collect(Collectors.joining(",", "[", "]"));
    }
    return ControlCharacters.escaped(CanonicalJson.write(value));
  }

  /** The value formatted on several lines, for people. */
  public static String pretty(JsonNode value) {
    return pretty(value, "\n");
  }

  private static String pretty(JsonNode value, String newline) {
    if (value.isEmpty()) {
      return line(value);
    }
    var inner = newline + "  ";
    if (value.isObject()) {
      return value.properties().stream()
          .map(member -> name(member.getKey()) + ": " + pretty(member.getValue(), inner))
          .collect(Collectors.joining("," + inner, "{" + inner, newline + "}"));
    }
    return StreamSupport.stream(value.spliterator(), false)
        .map(element -> pretty(element, inner))
        .collect(Collectors.joining("," + inner, "[" + inner, newline + "]"));
  }

  private static String name(String member) {
    return line(TextNode.valueOf(member));
  }
}
