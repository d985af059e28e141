package dev.bedrockinventory.ledger;

import java.util.Map;
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
  record Whole(Map<String, AttributeValue> item, Condition condition) implements ItemWrite {
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
  record Gone(ItemKey key, Condition condition) implements ItemWrite {
    @Override
    public long bytes() {
      return ItemSize.of(Keys.attributes(key));
    }

    @Override
    public TransactWriteItem action(String table) {
      var delete = Delete.builder().tableName(table).key(Keys.attributes(key));
      condition.applyTo(delete);
      return TransactWriteItem.builder().delete(delete.build()).build();
    }
  }
}
