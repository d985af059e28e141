package dev.bedrockinventory.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The bytes of an item as DynamoDB counts them, as an upper bound: names and strings in UTF-8, 21
 * for any number (Developer Guide, "DynamoDB item sizes and formats").
 */
final class ItemSize {
  private ItemSize() {}

  /** The bytes that a write adds to its transaction. */
  static long of(ItemWrite write) {
    return of(
        switch (write) {
          case ItemWrite.PutItem(var item, var _) -> item;
          case ItemWrite.DeleteItem(var key, var _) -> key.attributes();
          case Update update -> update.applied(Map.of());
        });
  }

  static long of(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToLong(attribute -> utf8(attribute.getKey()) + of(attribute.getValue()))
        .sum();
  }

  private static long of(AttributeValue value) {
    return switch (value.type()) {
      case S -> utf8(value.s());
      case N -> 21;
      case L -> 3 + value.l().stream().mapToLong(element -> 1 + of(element)).sum();
      case BOOL, NUL -> 1;
      case B, SS, NS, BS, M, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("the ledger does not write " + value.type());
    };
  }

  private static long utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
