package dev.bedrockinventory.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.FieldChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Field changes in one line for people. */
public final class FieldText {
  private FieldText() {}

  /** The changes, separated by semicolons; empty if there are none. */
  public static String of(List<FieldChange> fields) {
    return fields.stream().map(FieldText::of).collect(Collectors.joining("; "));
  }

  private static String of(FieldChange field) {
    return switch (field.op()) {
      case ADD -> "+" + field.path() + value(field.path(), field.after());
      case REMOVE -> "-" + field.path() + value(field.path(), field.before());
      case REPLACE ->
          "%s: %s → %s".formatted(field.path(), text(field.before()), text(field.after()));
    };
  }

  /** The value, unless it is a member of a set, whose path already contains it. */
  private static String value(String path, Optional<JsonNode> value) {
    return value.filter(node -> isMember(path, node)).isPresent() ? "" : "=" + text(value);
  }

  private static boolean isMember(String path, JsonNode node) {
    var key = path.substring(path.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
    return node.valueStream().anyMatch(value -> value.asText().equals(key));
  }

  private static String text(Optional<JsonNode> value) {
    return value.map(node -> node.isTextual() ? node.textValue() : JsonText.line(node)).orElse("");
  }
}
