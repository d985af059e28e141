package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Consumed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The port to the store of the ledger's items. Reads return what was written before, except those
 * of the index of changes, which may be late. A partition is ordered by the UTF-8 bytes of its sort
 * keys. Every method, and every stream, throws {@link
 * dev.bedrockinventory.sweep.LedgerUnavailableException} if the store cannot be used. Thread-safe;
 * its streams are not.
 */
public interface ItemStore {
  /** The store as messages name it. */
  String name();

  /** The item of this key. */
  Optional<Map<String, AttributeValue>> find(ItemKey key);

  /**
   * The existing items of these keys, in no order.
   *
   * @param attributes only these attributes; none: all
   */
  List<Map<String, AttributeValue>> find(Collection<ItemKey> keys, List<String> attributes);

  /** The existing items of these keys with all their attributes, in no order. */
  default List<Map<String, AttributeValue>> find(Collection<ItemKey> keys) {
    return find(keys, List.of());
  }

  /** The items of a query, read page by page while the stream is consumed. */
  Stream<Map<String, AttributeValue>> query(Query query);

  /**
   * Writes one item.
   *
   * @return whether its conditions held; if not, nothing was written
   */
  boolean write(ItemWrite write);

  /**
   * Writes several items together or none of them, in one attempt.
   *
   * @param writes at most 100, each of another item
   * @param token the same for each attempt of the same transaction: a store whose response can be
   *     lost on its way writes it once
   * @throws IllegalStateException if the store rejects it as invalid, which is a bug
   */
  TransactionOutcome write(List<ItemWrite> writes, String token);

  /** The capacity consumed since construction; 0 for a store that has none. */
  Consumed consumed();
}
