package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes repaired items of a scope: the scope item with a new generation and without digest, and
 * items of one resource, in one transaction. Sweeps and refreshes that run at the same time lose
 * their condition on the generation, and read again. Not thread-safe.
 */
public final class RepairWriter {
  /** Every writer changes one of these. */
  private static final List<String> READ =
      List.of(
          TableLayout.GENERATION,
          TableLayout.LAST_ATTEMPT_AT,
          TableLayout.FIRST_PLANNED_AT,
          TableLayout.UNPLANNED_AT);

  private final TableClient requests;

  /** A writer for this table. */
  public RepairWriter(DynamoDbClient client, String table) {
    requests = new TableClient(client, table);
  }

  /**
   * Writes the items.
   *
   * @param read the scope item as it was read, absent if there is none
   * @param entry the scope item to write
   * @param rewrites at most 99
   * @return whether they were written; false if another writer changed the scope since
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if the table cannot be written
   */
  public boolean write(
      Optional<StoredItem<ScopeEntry>> read, ScopeEntry entry, List<Rewrite> rewrites) {
    var scope = entry.state().scope();
    var actions = new ArrayList<TransactWriteItem>();
    actions.add(
        new ItemWrite.PutItem(new ScopeItem().encode(entry), unchanged(read))
            .action(requests.table()));
    for (var rewrite : rewrites) {
      actions.add(write(scope, rewrite).action(requests.table()));
    }
    try {
      requests.transact(TransactWriteItemsRequest.builder().transactItems(actions).build());
      return true;
    } catch (TransactionCanceledException e) {
      return false;
    } catch (SdkException e) {
      throw requests.unavailable(e);
    }
  }

  /** What the checksums of a damaged scope item still prove; all else is as in a new scope. */
  public static ScopeEntry believable(Scope scope, Optional<StoredItem<ScopeEntry>> damaged) {
    return damaged
        .map(item -> new ScopeItem().decode(ScopeChecksum.proved(item.key(), item.item())))
        .orElseGet(
            () -> new ScopeEntry(ScopeState.unknown(scope), Optional.empty(), Optional.empty()));
  }

  private static ItemWrite write(Scope scope, Rewrite rewrite) {
    return switch (rewrite) {
      case Rewrite.OfHead(var head) -> put(new HeadItem(scope).encode(head));
      case Rewrite.OfTombstone(var gone) -> put(new ItemCodecs.TombstoneItem(scope).encode(gone));
      case Rewrite.OfKnown(var arn) -> put(new ItemCodecs.KnownItem(scope).encode(arn));
      case Rewrite.OfRoute(var route) -> put(new ItemCodecs.RouteItem().encode(route));
      case Rewrite.Removal(var key) -> new ItemWrite.DeleteItem(key, ItemWrite.Condition.NONE);
    };
  }

  private static ItemWrite put(Map<String, AttributeValue> item) {
    return new ItemWrite.PutItem(item, ItemWrite.Condition.NONE);
  }

  private static ItemWrite.Condition unchanged(Optional<StoredItem<ScopeEntry>> read) {
    if (read.isEmpty()) {
      return ItemWrite.Condition.NEW;
    }
    var conditions = new ArrayList<String>();
    var values = new HashMap<String, AttributeValue>();
    for (var name : READ) {
      Optional.ofNullable(read.get().item().get(name))
          .ifPresentOrElse(
              value -> {
                conditions.add("%1$s = :%1$s".formatted(name));
                values.put(":" + name, value);
              },
              () -> conditions.add("attribute_not_exists(%s)".formatted(name)));
    }
    return new ItemWrite.Condition(
        Optional.of(String.join(" AND ", conditions)), values, "must be as it was read");
  }
}
