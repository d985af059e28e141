package dev.bedrockinventory.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.CanonicalJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads an item, attribute by attribute; every method throws {@link DamagedItemException}. */
final class ItemReader {
  private final Map<String, AttributeValue> item;

  ItemReader(Map<String, AttributeValue> item) {
    this.item = item;
  }

  ItemKey key() {
    return new ItemKey(text(TableLayout.PARTITION_KEY), text(TableLayout.SORT_KEY));
  }

  String text(String name) {
    return findText(name).orElseThrow(() -> missing(name));
  }

  Optional<String> findText(String name) {
    return find(name).map(value -> typed(name, value.s()));
  }

  long number(String name) {
    return findNumber(name).orElseThrow(() -> missing(name));
  }

  Optional<Long> findNumber(String name) {
    return find(name).map(value -> value(name, typed(name, value.n()), Long::valueOf));
  }

  int smallNumber(String name) {
    return value(name, number(name), Math::toIntExact);
  }

  Instant instant(String name) {
    return value(name, text(name), Instant::parse);
  }

  Optional<Instant> findInstant(String name) {
    return findText(name).map(text -> value(name, text, Instant::parse));
  }

  boolean flag(String name) {
    return find(name).map(value -> typed(name, value.bool())).orElse(false);
  }

  /** The canonical form of a JSON object; the stored form may differ. */
  String canonicalObject(String name) {
    if (json(name) instanceof ObjectNode object) {
      return value(name, object, CanonicalJson::write);
    }
    throw new DamagedItemException("attribute '%s' is not a JSON object".formatted(name));
  }

  JsonNode json(String name) {
    return value(name, text(name), CanonicalJson::parse);
  }

  List<String> texts(String name) {
    var list = find(name).filter(AttributeValue::hasL).orElseThrow(() -> missing(name));
    return list.l().stream().map(element -> typed(name, element.s())).toList();
  }

  Optional<AttributeValue> find(String name) {
    return Optional.ofNullable(item.get(name));
  }

  /** Converts a part of an attribute. */
  <F, T> T value(String name, F from, Function<F, T> reading) {
    try {
      return reading.apply(from);
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new DamagedItemException(
          "attribute '%s' cannot be read (%s)".formatted(name, e.getClass().getSimpleName()), e);
    }
  }

  /** The value, which must be present. */
  <T> T found(String name, Optional<T> value) {
    return value.orElseThrow(
        () -> new DamagedItemException("attribute '%s' has an unknown value".formatted(name)));
  }

  private static DamagedItemException missing(String name) {
    return new DamagedItemException("attribute '%s' is missing".formatted(name));
  }

  private static <T> T typed(String name, @Nullable T value) {
    return Optional.ofNullable(value)
        .orElseThrow(
            () -> new DamagedItemException("attribute '%s' has another type".formatted(name)));
  }
}
