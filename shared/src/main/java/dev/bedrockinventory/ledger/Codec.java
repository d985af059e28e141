package dev.bedrockinventory.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Encodes and decodes one type of item. The encoding is unique: encoding the decoded value of an
 * undamaged item returns the same item.
 *
 * @param <T> the type of the value
 */
interface Codec<T> {
  /** All attributes of the item, including its keys. */
  Map<String, AttributeValue> encode(T value);

  /**
   * The value of the item; attributes that it does not need are ignored.
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

  /**
   * The value alone, without a search for damage, which takes longer than decoding.
   *
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if it cannot be decoded
   */
  default T value(Map<String, AttributeValue> item) {
    try {
      return decode(item);
    } catch (DamagedItemException e) {
      return read(item).value();
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
