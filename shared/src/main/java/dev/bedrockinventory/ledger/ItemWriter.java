package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Instants;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Builds an item, attribute by attribute. */
final class ItemWriter {
  private final Map<String, AttributeValue> item;

  ItemWriter(ItemKey key) {
    item = new HashMap<>(key.attributes());
  }

  ItemWriter text(String name, String value) {
    item.put(name, AttributeValue.fromS(value));
    return this;
  }

  ItemWriter text(String name, Optional<?> value) {
    value.ifPresent(present -> text(name, present.toString()));
    return this;
  }

  ItemWriter number(String name, long value) {
    item.put(name, AttributeValue.fromN(Long.toString(value)));
    return this;
  }

  ItemWriter instant(String name, Instant value) {
    return text(name, Instants.text(value));
  }

  ItemWriter instant(String name, Optional<Instant> value) {
    return text(name, value.map(Instants::text));
  }

  /** An attribute that is present only if the value is true. */
  ItemWriter flag(String name, boolean value) {
    if (value) {
      item.put(name, AttributeValue.fromBool(true));
    }
    return this;
  }

  ItemWriter attribute(String name, AttributeValue value) {
    item.put(name, value);
    return this;
  }

  Map<String, AttributeValue> build() {
    return Map.copyOf(item);
  }

  /** The item with its checksum. */
  Map<String, AttributeValue> withChecksum() {
    return text(TableLayout.CHECKSUM, Checksum.of(item)).build();
  }
}
