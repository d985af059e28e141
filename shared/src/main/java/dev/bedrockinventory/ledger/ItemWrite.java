package dev.bedrockinventory.ledger;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One write of an item. */
public sealed interface ItemWrite permits ItemWrite.PutItem, ItemWrite.DeleteItem, Update {
  /** The item's key. */
  ItemKey key();

  /** The conditions on the stored item, all of which must hold. */
  List<Condition> conditions();

  /**
   * Puts the item in place of the stored one.
   *
   * @param item all of its attributes
   * @param conditions the conditions on the stored item
   */
  record PutItem(Map<String, AttributeValue> item, List<Condition> conditions)
      implements ItemWrite {
    /** Copies the attributes and the conditions. */
    public PutItem {
      item = Map.copyOf(item);
      conditions = List.copyOf(conditions);
    }

    @Override
    public ItemKey key() {
      return new ItemReader(item).key();
    }
  }

  /**
   * Deletes the item if it exists.
   *
   * @param key its key
   * @param conditions the conditions on the stored item
   */
  record DeleteItem(ItemKey key, List<Condition> conditions) implements ItemWrite {
    /** Copies the conditions. */
    public DeleteItem {
      conditions = List.copyOf(conditions);
    }
  }
}
