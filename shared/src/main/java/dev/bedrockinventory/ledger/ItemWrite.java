package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Head;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** One item's part in a transaction. */
sealed interface ItemWrite {
  /** The item's name. */
  ItemKey key();

  /** What must hold of the item. */
  Condition condition();

  /** The bytes that it adds to the transaction. */
  long bytes();

  /** The part as DynamoDB takes it. */
  TransactWriteItem action(String table);

  /**
   * The item is written whole.
   *
   * @param item all of its attributes
   * @param condition what must hold of the item that was there
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
   * The item is deleted.
   *
   * @param key its name
   * @param condition what must hold of it
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
   * What must hold of an item for a transaction to write it.
   *
   * @param expression the condition expression, absent if nothing must hold
   * @param values the values that the expression names
   * @param words the same for people
   */
  record Condition(Optional<String> expression, Map<String, AttributeValue> values, String words) {
    /** The expression of an item that does not exist. */
    static final String ABSENT = "attribute_not_exists(" + TableLayout.PARTITION_KEY + ")";

    static final Condition NONE = new Condition(Optional.empty(), Map.of(), "whatever it is");

    static final Condition NEW = new Condition(Optional.of(ABSENT), Map.of(), "must not exist");

    /** The item is as it was read: at the same revision, or not there. */
    static Condition unchanged(Optional<Head> read) {
      return read.map(Condition::at).orElse(NEW);
    }

    private static Condition at(Head head) {
      return new Condition(
          Optional.of("revision = :read"),
          Map.of(":read", AttributeValue.fromN(Long.toString(head.revision()))),
          "must be at revision " + head.revision());
    }

    /** Empty values would be refused. */
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
