package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Head;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;

/**
 * The condition under which a transaction writes an item.
 *
 * @param expression the condition expression, absent if there is none
 * @param values the values in the expression
 * @param words the condition in words
 */
record Condition(Optional<String> expression, Map<String, AttributeValue> values, String words) {
  /** The expression of an item that does not exist. */
  static final String ABSENT = "attribute_not_exists(" + TableLayout.PARTITION_KEY + ")";

  static final Condition NONE = new Condition(Optional.empty(), Map.of(), "whatever it is");

  static final Condition NEW = new Condition(Optional.of(ABSENT), Map.of(), "must not exist");

  /** The item is as it was read: at the same revision, or absent. */
  static Condition unchanged(Optional<Head> read) {
    return read.map(Condition::at).orElse(NEW);
  }

  private static Condition at(Head head) {
    return new Condition(
        Optional.of("revision = :read"),
        Map.of(":read", AttributeValue.fromN(Long.toString(head.revision()))),
        "must be at revision " + head.revision());
  }

  /** DynamoDB refuses empty values. */
  void applyTo(Put.Builder put) {
    expression.ifPresent(put::conditionExpression);
    if (!values.isEmpty()) {
      put.expressionAttributeValues(values);
    }
  }

  void applyTo(Delete.Builder delete) {
    expression.ifPresent(delete::conditionExpression);
    if (!values.isEmpty()) {
      delete.expressionAttributeValues(values);
    }
  }
}
