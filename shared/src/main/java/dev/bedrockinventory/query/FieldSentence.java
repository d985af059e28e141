package dev.bedrockinventory.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.FieldChange;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One field change in the words of people: {@code tag team: search → ads}, {@code destination
 * eu-west-3 added}.
 *
 * @param subject what changed
 * @param verb {@code added} or {@code removed}, absent if a value was replaced
 * @param before the value before, absent if there was none or the subject contains it
 * @param after the value after, absent likewise
 */
public record FieldSentence(
    String subject, Optional<String> verb, Optional<String> before, Optional<String> after) {
  private static final Pattern TAG = Pattern.compile("/tags/(.*)", Pattern.DOTALL);
  private static final Pattern DESTINATION = Pattern.compile("/models/(.*)", Pattern.DOTALL);

  /** The words for members whose names in the API say too little. */
  private static final Map<String, String> WORDS =
      Map.of(
          "/inferenceProfileName", "name",
          "/modelName", "name",
          "/updatedAt", "time of the last update",
          "/customModelUnits/customModelUnitsPerModelCopy", "custom model units per copy",
          "/customModelUnits/customModelUnitsVersion", "version of the custom model units",
          "/instructSupported", "support of instructions");

  /** The sentence of a field change. */
  public static FieldSentence of(FieldChange field) {
    if (field.path().isEmpty()) {
      return new FieldSentence(
          "more members changed than the ledger can hold",
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    var tag = TAG.matcher(field.path());
    if (tag.matches()) {
      return valued("tag " + unescaped(tag.group(1)), field);
    }
    var destination = DESTINATION.matcher(field.path());
    if (destination.matches() && field.op() != FieldChange.Op.REPLACE) {
      return new FieldSentence(
          "destination " + destination(unescaped(destination.group(1))),
          Optional.of(verb(field)),
          Optional.empty(),
          Optional.empty());
    }
    return valued(
        WORDS.getOrDefault(field.path(), unescaped(field.path().replaceFirst("^/", ""))), field);
  }

  /** The sentence in one line. */
  @Override
  public String toString() {
    var values =
        before.isPresent() && after.isPresent()
            ? before.get() + " → " + after.get()
            : before.or(() -> after).orElse("");
    var start = subject + verb.map(word -> " " + word).orElse("");
    return values.isEmpty() ? start : start + ": " + values;
  }

  private static FieldSentence valued(String subject, FieldChange field) {
    var verb =
        field.op() == FieldChange.Op.REPLACE ? Optional.<String>empty() : Optional.of(verb(field));
    return new FieldSentence(
        subject,
        verb,
        field.before().map(FieldSentence::text),
        field.after().map(FieldSentence::text));
  }

  private static String verb(FieldChange field) {
    return field.op() == FieldChange.Op.ADD ? "added" : "removed";
  }

  /** A destination is a model in a region; a global one has no region. */
  private static String destination(String model) {
    return Arn.find(model)
        .map(arn -> arn.region().isEmpty() ? "global" : arn.region())
        .orElse(model);
  }

  private static String unescaped(String token) {
    return token.replace("~1", "/").replace("~0", "~");
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : CanonicalJson.write(value);
  }
}
