package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item of the table with its decoded value. An item without damage has exactly the attributes
 * that this package writes for the value: none was reformatted, added, removed, or changed without
 * its checksum.
 *
 * @param <T> the type of the value
 * @param key the item's key
 * @param item all of its attributes, including the keys
 * @param readable the value, absent if the attributes cannot be decoded
 * @param damage the damage in one line; absent if there is none
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

  /** The value of an item without damage; a damaged item must not be believed. */
  public Optional<T> intact() {
    return damage.isEmpty() ? readable : Optional.empty();
  }

  /** The resource that the attribute names, even of a damaged item; it may be another's. */
  public Optional<Arn> arn() {
    return Optional.ofNullable(item.get(TableLayout.ARN))
        .flatMap(value -> Optional.ofNullable(value.s()))
        .flatMap(Arn::find);
  }

  /** The item and its damage, in one line; empty damage if there is none. */
  public String problem() {
    return "item '%s': %s".formatted(key, damage.orElse(""));
  }

  private LedgerUnavailableException unreadable() {
    var why = damage.orElse("it cannot be decoded");
    return new LedgerUnavailableException(
        "item '%s' of the ledger cannot be read: %s; './inventory verify' lists all such items"
            .formatted(key, why),
        new IllegalStateException(why));
  }
}
