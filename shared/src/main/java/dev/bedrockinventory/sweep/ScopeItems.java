package dev.bedrockinventory.sweep;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The items of one scope as a writer read them: the scope item first, then heads and tombstones.
 * Sweeps and refreshes decide with it what the items prove: whether another writer came between the
 * reads, whether a change with an unknown outcome was written, and whether a lost condition can
 * ever hold. Used by one thread.
 */
final class ScopeItems {
  private final Ledger ledger;
  private final Scope scope;
  private final SortedMap<Arn, Head> heads = new TreeMap<>();
  private final SortedMap<Arn, Tombstone> tombstones = new TreeMap<>();
  private final SortedMap<String, String> damaged = new TreeMap<>();
  private ScopeState state;

  /** Only the scope item, as it was read. */
  ScopeItems(Ledger ledger, ScopeState state) {
    this.ledger = ledger;
    this.scope = state.scope();
    this.state = state;
  }

  /** How the scope item relates to the heads and tombstones that were read after it. */
  sealed interface Order {
    /** None is of a later generation than the scope item. */
    record Consistent() implements Order {}

    /** Another writer came between the reads: they must be repeated. */
    record Overtaken() implements Order {}

    /**
     * The scope item is behind its heads or tombstones even when it is read again: it was lost or
     * replaced, and nothing may be recorded.
     */
    record Behind(long generation, long newest) implements Order {}
  }

  ScopeState state() {
    return state;
  }

  SortedMap<Arn, Head> heads() {
    return heads;
  }

  SortedMap<Arn, Tombstone> tombstones() {
    return tombstones;
  }

  /** What is wrong with the damaged heads and tombstones, by the ids of their resources. */
  SortedMap<String, String> damaged() {
    return damaged;
  }

  /** Reads all heads. */
  void readHeads() {
    keep(heads, ledger.heads(scope));
  }

  /** Reads the tombstones of the resources with these ids. */
  void readTombstones(Collection<String> ids) {
    keep(tombstones, ledger.tombstones(scope, ids));
  }

  /** Reads the heads and tombstones of these resources; what was read of them before is dropped. */
  void read(Collection<Arn> arns) {
    heads.keySet().removeAll(arns);
    tombstones.keySet().removeAll(arns);
    var ids = arns.stream().map(Arn::id).toList();
    keep(heads, ledger.heads(scope, ids));
    readTombstones(ids);
  }

  /** Reads the scope item again, then the heads and tombstones of these resources. */
  void readAgain(Collection<Arn> arns) {
    state = ledger.scope(scope);
    read(arns);
  }

  /** The head, or the last state in the tombstone. */
  Optional<Head> last(Arn arn) {
    return Optional.ofNullable(heads.get(arn))
        .or(() -> Optional.ofNullable(tombstones.get(arn)).map(Tombstone::last));
  }

  /**
   * Compares the scope item with the heads and tombstones of these resources. If one is of a later
   * generation, a second read of the scope item shows whether another writer came between the
   * reads.
   */
  Order order(Collection<Arn> arns) {
    var newest =
        arns.stream()
            .flatMap(arn -> last(arn).stream())
            .mapToLong(Head::generation)
            .max()
            .orElse(0);
    if (newest <= state.generation()) {
      return new Order.Consistent();
    }
    var now = ledger.scope(scope).generation();
    return now >= newest ? new Order.Overtaken() : new Order.Behind(now, newest);
  }

  /** Whether another writer has changed the scope since its item was read. */
  boolean hasMovedOn() {
    return ledger.scope(scope).generation() != state.generation();
  }

  /** A resource's own condition that was lost at an unchanged generation will never hold. */
  boolean contradictEachOther(Set<Arn> lost) {
    return !lost.isEmpty() && !hasMovedOn();
  }

  /** A change with an unknown outcome was written if its chain hash is the last one. */
  boolean have(ChangeSet change) {
    return last(change.revision().arn())
        .filter(last -> last.chainHash().equals(change.revision().chainHash()))
        .isPresent();
  }

  /** Takes over the scope item after a transaction, and the heads that it wrote. */
  void recorded(ScopeState after, Collection<ChangeSet> batch) {
    state = after;
    for (var change : batch) {
      heads.remove(change.revision().arn());
      if (!(change instanceof ChangeSet.Deleted)) {
        heads.put(change.revision().arn(), change.after(state.generation()));
      }
    }
  }

  private <T> void keep(SortedMap<Arn, T> items, Items<T> read) {
    items.putAll(read.intact());
    damaged.putAll(read.damaged());
  }
}
