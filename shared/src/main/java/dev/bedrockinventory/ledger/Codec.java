package dev.bedrockinventory.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Encodes one type of item. There is one encoding: decoding an undamaged item and encoding it again
 * gives the same item.
 *
 * @param <T> the item's value
 */
interface Codec<T> {
  /** All the attributes of the value's item, its keys too. */
  Map<String, AttributeValue> encode(T value);

  /**
   * Decodes the item; attributes that are not needed are ignored.
   *
   * @throws DamagedItemException if it cannot be decoded
   */
  T decode(Map<String, AttributeValue> item);

  /** The item with its value and its damage. */
  default StoredItem<T> read(Map<String, AttributeValue> item) {
    var key = new ItemReader(item).key();
    try {
      var value = decode(item);
      return new StoredItem<>(key, item, Optional.of(value), difference(item, encode(value)));
    } catch (DamagedItemException e) {
      return new StoredItem<>(key, item, Optional.empty(), Optional.ofNullable(e.getMessage()));
    }
  }

  private static Optional<String> difference(
      Map<String, AttributeValue> item, Map<String, AttributeValue> expected) {
    var names = new TreeSet<>(item.keySet());
    names.addAll(expected.keySet());
    names.removeIf(name -> item.containsKey(name) && item.get(name).equals(expected.get(name)));
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of("not as it was written: " + String.join(", ", names));
  }
}
