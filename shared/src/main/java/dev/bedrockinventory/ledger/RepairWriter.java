package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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

  private final ItemStore store;

  /** A writer for this store. */
  public RepairWriter(ItemStore store) {
    this.store = store;
  }

  /**
   * Writes the items.
   *
   * @param read the scope item as it was read, absent if there is none
   * @param entry the scope item to write
   * @param rewrites at most 99
   * @return whether they were written; false if another writer changed the scope since
   * @throws LedgerUnavailableException if the store cannot be written
   */
  public boolean write(
      Optional<StoredItem<ScopeEntry>> read, ScopeEntry entry, List<Rewrite> rewrites) {
    var scope = entry.state().scope();
    var writes = new ArrayList<ItemWrite>();
    writes.add(new ItemWrite.PutItem(new ScopeItem().encode(entry), unchanged(read)));
    rewrites.forEach(rewrite -> writes.add(write(scope, rewrite)));
    return switch (store.write(writes, UUID.randomUUID().toString())) {
      case TransactionOutcome.Written _ -> true;
      case TransactionOutcome.Lost _, TransactionOutcome.Conflict _ -> false;
      case TransactionOutcome.InProgress(var why) -> throw unknown(why);
      case TransactionOutcome.Unknown(var why) -> throw unknown(why);
    };
  }

  private static LedgerUnavailableException unknown(String why) {
    return new LedgerUnavailableException(
        "a repair may have been written: %s; repeat it".formatted(why),
        new IllegalStateException(why));
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
      case Rewrite.Removal(var key) -> new ItemWrite.DeleteItem(key, Condition.NONE);
    };
  }

  private static ItemWrite put(Map<String, AttributeValue> item) {
    return new ItemWrite.PutItem(item, Condition.NONE);
  }

  private static List<Condition> unchanged(Optional<StoredItem<ScopeEntry>> read) {
    if (read.isEmpty()) {
      return Condition.NEW;
    }
    var stored = read.get().item();
    return READ.stream().map(name -> unchanged(name, stored)).toList();
  }

  private static Condition unchanged(String name, Map<String, AttributeValue> stored) {
    return Optional.ofNullable(stored.get(name))
        .<Condition>map(value -> new Condition.Equal(name, value))
        .orElseGet(() -> new Condition.Absent(name));
  }
}
