package dev.bedrockinventory.ledger;

import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One stored item with its decoded value. An undamaged item is, attribute by attribute, what this
 * package writes for its value: nothing was reformatted, added, removed, or changed without its
 * checksum.
 *
 * @param <T> the item's value
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
   * The value, even of a damaged item that can be decoded.
   *
   * @throws LedgerUnavailableException if the item cannot be read
   */
  public T value() {
    return readable.orElseThrow(this::unreadable);
  }

  private LedgerUnavailableException unreadable() {
    var why = damage.orElse("it cannot be decoded");
    return new LedgerUnavailableException(
        "item '%s' of the ledger cannot be read: %s; './inventory verify' names all such items"
            .formatted(key, why),
        new IllegalStateException(why));
  }
}
