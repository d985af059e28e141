package dev.bedrockinventory.ledger.dynamodb;

import dev.bedrockinventory.ledger.Condition;
import dev.bedrockinventory.ledger.Update;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Translates conditions, updates and projections into DynamoDB's expressions, with the names and
 * values of their placeholders. Each name is a placeholder, because it could be a reserved word;
 * DynamoDB rejects unused placeholders. Not thread-safe: one instance for each request.
 */
final class Expressions {
  private static final String SET = "SET";
  private static final String ADD = "ADD";
  private static final String REMOVE = "REMOVE";

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();

  /** The names of the placeholders; null if there are none, since DynamoDB rejects an empty map. */
  @Nullable Map<String, String> names() {
    return names.isEmpty() ? null : names;
  }

  /** The values of the placeholders; null if there are none. */
  @Nullable Map<String, AttributeValue> values() {
    return values.isEmpty() ? null : values;
  }

  /** All of these conditions; absent if there are none. */
  Optional<String> condition(List<Condition> conditions) {
    return Optional.of(
            conditions.stream().map(this::condition).collect(Collectors.joining(" AND ")))
        .filter(text -> !text.isEmpty());
  }

  private String condition(Condition condition) {
    return switch (condition) {
      case Condition.Absent(var name) -> "attribute_not_exists(%s)".formatted(name(name));
      case Condition.Present(var name) -> "attribute_exists(%s)".formatted(name(name));
      case Condition.Equal(var name, var value) ->
          "%s = %s".formatted(name(name), value("old_" + name, value));
    };
  }

  String update(Update update) {
    return Stream.of(SET, ADD, REMOVE)
        .map(word -> clause(word, update))
        .filter(clause -> !clause.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private String clause(String word, Update update) {
    var actions =
        update.actions().stream()
            .filter(action -> word(action).equals(word))
            .map(this::action)
            .collect(Collectors.joining(", "));
    return actions.isEmpty() ? "" : word + " " + actions;
  }

  private static String word(Update.Action action) {
    return switch (action) {
      case Update.Action.Set _, Update.Action.SetOnce _ -> SET;
      case Update.Action.Add _ -> ADD;
      case Update.Action.Remove _ -> REMOVE;
    };
  }

  private String action(Update.Action action) {
    return switch (action) {
      case Update.Action.Set(var name, var value) ->
          "%s = %s".formatted(name(name), value(name, value));
      case Update.Action.SetOnce(var name, var value) ->
          "%1$s = if_not_exists(%1$s, %2$s)".formatted(name(name), value(name, value));
      case Update.Action.Add(var name, var number) ->
          "%s %s".formatted(name(name), value(name, AttributeValue.fromN(Long.toString(number))));
      case Update.Action.Remove(var name) -> name(name);
    };
  }

  /** Only these attributes; absent if there are none. */
  Optional<String> projection(Collection<String> attributes) {
    return Optional.of(attributes.stream().map(this::name).collect(Collectors.joining(", ")))
        .filter(text -> !text.isEmpty());
  }

  String name(String attribute) {
    names.put("#" + attribute, attribute);
    return "#" + attribute;
  }

  String value(String placeholder, String text) {
    return value(placeholder, AttributeValue.fromS(text));
  }

  private String value(String placeholder, AttributeValue value) {
    values.put(":" + placeholder, value);
    return ":" + placeholder;
  }
}
