package dev.bedrockinventory.ledger;

import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item as it lies in the table, beside the value that it spells. An item without damage is,
 * attribute by attribute, what this package writes for its value: nothing was edited into another
 * form, added, removed, or changed without its seal.
 *
 * @param <T> what the item spells
 * @param key the item's name
 * @param item all of its attributes, the keys too
 * @param readable the value, absent if the attributes spell none
 * @param damage what is wrong with the item, in one line; absent if nothing is
 */
public record StoredItem<T>(
    ItemKey key, Map<String, AttributeValue> item, Optional<T> readable, Optional<String> damage) {
  /** Copies the item. */
  public StoredItem {
    item = Map.copyOf(item);
  }

  /**
   * The value, even of an item that is damaged but can be read.
   *
   * @throws LedgerUnavailableException if the item cannot be read
   */
  public T value() {
    return readable.orElseThrow(this::unreadable);
  }

  private LedgerUnavailableException unreadable() {
    var why = damage.orElse("it spells nothing");
    return new LedgerUnavailableException(
        "item '%s' of the ledger cannot be read: %s; './inventory verify' names all such items"
            .formatted(key, why),
        new IllegalStateException(why));
  }
}
