package dev.bedrockinventory.ledger;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The write of one item in a transaction. */
sealed interface ItemWrite {
  /** The item's key. */
  ItemKey key();

  /** The condition on the item. */
  Condition condition();

  /** Its size in the transaction, in bytes. */
  long bytes();

  /** The write as a DynamoDB request. */
  TransactWriteItem action(String table);

  /**
   * The item is put.
   *
   * @param item all of its attributes
   * @param condition the condition on the existing item
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
   * @param key its key
   * @param condition the condition on it
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
