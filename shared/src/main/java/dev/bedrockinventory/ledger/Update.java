package dev.bedrockinventory.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * A conditional update of one item. Each name is a placeholder, because it could be a reserved
 * word.
 */
final class Update {
  private final ItemKey key;
  private final List<String> sets = new ArrayList<>();
  private final List<String> adds = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();

  Update(ItemKey key) {
    this.key = key;
  }

  Update set(String name, String value) {
    return set(name, AttributeValue.fromS(value));
  }

  Update set(String name, long value) {
    return set(name, number(value));
  }

  Update set(String name, AttributeValue value) {
    sets.add("%s = %s".formatted(placeholder(name), value(":" + name, value)));
    return this;
  }

  Update set(String name, boolean value) {
    return set(name, AttributeValue.fromBool(value));
  }

  /** Sets the attribute if the item does not have it. */
  Update setOnce(String name, String value) {
    var stored = AttributeValue.fromS(value);
    sets.add(
        "%1$s = if_not_exists(%1$s, %2$s)".formatted(placeholder(name), value(":" + name, stored)));
    return this;
  }

  /** Sets the checksum of the attributes set so far that it covers, if there are any. */
  Update checksum(ScopeChecksum checksum) {
    checksum.of(key, attributes()).ifPresent(text -> set(checksum.attribute(), text));
    return this;
  }

  /** Sets the checksum of an attribute that is set once. */
  Update checksumOnce(ScopeChecksum checksum) {
    checksum.of(key, attributes()).ifPresent(text -> setOnce(checksum.attribute(), text));
    return this;
  }

  private Map<String, AttributeValue> attributes() {
    var attributes = new HashMap<String, AttributeValue>();
    values.forEach((placeholder, value) -> attributes.put(placeholder.substring(1), value));
    return attributes;
  }

  Update add(String name, long value) {
    adds.add("%s %s".formatted(placeholder(name), value(":" + name, number(value))));
    return this;
  }

  Update remove(String name) {
    removes.add(placeholder(name));
    return this;
  }

  Update whereEquals(String name, long value) {
    conditions.add("%s = %s".formatted(placeholder(name), value(":old_" + name, number(value))));
    return this;
  }

  /** Requires that the scope item is at this generation; without the attribute it is at 0. */
  Update atGeneration(long generation) {
    return generation == 0
        ? whereAbsent(TableLayout.GENERATION)
        : whereEquals(TableLayout.GENERATION, generation);
  }

  Update whereAbsent(String name) {
    conditions.add("attribute_not_exists(%s)".formatted(placeholder(name)));
    return this;
  }

  Update wherePresent(String name) {
    conditions.add("attribute_exists(%s)".formatted(placeholder(name)));
    return this;
  }

  UpdateItemRequest request(String table) {
    var request =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(key.attributes())
            .updateExpression(expression())
            .expressionAttributeNames(names)
            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
    if (!values.isEmpty()) { // DynamoDB rejects an empty map
      request.expressionAttributeValues(values);
    }
    return conditions.isEmpty()
        ? request.build()
        : request.conditionExpression(condition()).build();
  }

  TransactWriteItem inTransaction(String table) {
    return TransactWriteItem.builder()
        .update(update ->
            update
                .tableName(table)
                .key(key.attributes())
                .updateExpression(expression())
                .conditionExpression(condition())
                .expressionAttributeNames(names)
                .expressionAttributeValues(values))
        .build();
  }

  private String expression() {
    return (clause("SET", sets) + clause("ADD", adds) + clause("REMOVE", removes)).strip();
  }

  private static String clause(String word, List<String> actions) {
    return actions.isEmpty() ? "" : word + " " + String.join(", ", actions) + " ";
  }

  private String condition() {
    return String.join(" AND ", conditions);
  }

  private String placeholder(String name) {
    names.put("#" + name, name);
    return "#" + name;
  }

  private String value(String placeholder, AttributeValue value) {
    values.put(placeholder, value);
    return placeholder;
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
