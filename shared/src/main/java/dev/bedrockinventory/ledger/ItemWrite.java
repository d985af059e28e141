package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Head;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** One write of a transaction. */
sealed interface ItemWrite {
  /** The item's key. */
  ItemKey key();

  /** The condition on the stored item. */
  Condition condition();

  /** The bytes that the write adds to the transaction. */
  long bytes();

  /** The action for the request. */
  TransactWriteItem action(String table);

  /**
   * Puts the item.
   *
   * @param item all of its attributes
   * @param condition the condition on the stored item
   */
  record PutItem(Map<String, AttributeValue> item, Condition condition) implements ItemWrite {
    @Override
    public ItemKey key() {
      return new ItemReader(item).key();
    }

    @Override
    public long bytes() {
      return ItemSize.of(item);
    }

    @Override
    public TransactWriteItem action(String table) {
      var put = Put.builder().tableName(table).item(item);
      condition.applyTo(put);
      return TransactWriteItem.builder().put(put.build()).build();
    }
  }

  /**
   * Deletes the item.
   *
   * @param key its key
   * @param condition the condition on the stored item
   */
  record DeleteItem(ItemKey key, Condition condition) implements ItemWrite {
    @Override
    public long bytes() {
      return ItemSize.of(key.attributes());
    }

    @Override
    public TransactWriteItem action(String table) {
      var delete = Delete.builder().tableName(table).key(key.attributes());
      condition.applyTo(delete);
      return TransactWriteItem.builder().delete(delete.build()).build();
    }
  }

  /**
   * The condition of a write.
   *
   * @param expression the condition expression, absent if there is no condition
   * @param values the values of the expression
   * @param words the condition in words
   */
  record Condition(Optional<String> expression, Map<String, AttributeValue> values, String words) {
    /** The expression of an item that does not exist. */
    static final String ABSENT = "attribute_not_exists(" + TableLayout.PARTITION_KEY + ")";

    static final Condition NONE = new Condition(Optional.empty(), Map.of(), "has no condition");

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

    /** DynamoDB rejects empty values. */
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
}
