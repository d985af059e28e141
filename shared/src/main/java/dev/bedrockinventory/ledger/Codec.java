package dev.bedrockinventory.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How one type of item spells its value. There is one spelling: encoding what was decoded from an
 * undamaged item gives the same item.
 *
 * @param <T> what the item spells
 */
interface Codec<T> {
  /** All the attributes of the value's item, its keys too. */
  Map<String, AttributeValue> encode(T value);

  /**
   * The value that the item spells; attributes that are not needed for it are not looked at.
   *
   * @throws DamagedItemException if it spells none
   */
  T decode(Map<String, AttributeValue> item);

  /** The item beside its value, and what is wrong with it. */
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
