package dev.bedrockinventory.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.FieldChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Field changes in one line for people. */
final class FieldText {
  private FieldText() {}

  static String of(List<FieldChange> fields) {
    return fields.stream().map(FieldText::of).collect(Collectors.joining("; "));
  }

  private static String of(FieldChange field) {
    return switch (field.op()) {
      case ADD -> "+%s=%s".formatted(field.path(), text(field.after()));
      case REMOVE -> "-%s=%s".formatted(field.path(), text(field.before()));
      case REPLACE ->
          "%s: %s → %s".formatted(field.path(), text(field.before()), text(field.after()));
    };
  }

  private static String text(Optional<JsonNode> value) {
    return value.map(node -> node.isTextual() ? node.textValue() : Json.line(node)).orElse("");
  }
}
