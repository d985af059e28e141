package dev.bedrockinventory.ledger;

import dev.bedrockinventory.aws.Parallel;
import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The planner's part of the ledger: which scopes are observed, since when, and until when, and
 * which accounts the organization has.
 */
public final class PlannedScopes {
  /** How long a plan reports that a scope was removed. */
  private static final Duration REPORTED = Duration.ofDays(1);

  private final ItemStore store;

  /** Creates the planner's part for this store. */
  public PlannedScopes(ItemStore store) {
    this.store = store;
  }

  /**
   * Plans the scopes of the targets. All scopes are read with one Query. A scope that is planned
   * for the first time, or again, or for the first time no longer, is written once, several at the
   * same time. A damaged item is neither believed nor written.
   *
   * @param targets the scopes to observe
   * @param areAll whether all targets could be read: only then a scope that is not one of them was
   *     removed
   * @param at when they are planned
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if the table cannot be reached or
   *     denies access
   */
  public ScopePlan plan(Collection<Scope> targets, boolean areAll, Instant at) {
    var known = new TreeMap<Scope, ScopeEntry>();
    var damaged = new ArrayList<StoredItem<ScopeEntry>>();
    store
        .query(Query.partition(ItemKey.SCOPES))
        .map(new ScopeItem()::read)
        .forEach(item ->
            item.intact()
                .ifPresentOrElse(
                    entry -> known.put(entry.state().scope(), entry), () -> damaged.add(item)));
    var planned = Set.copyOf(targets);
    var states = states(planned, known, damaged, at);
    var missing = new HashSet<Scope>();
    var removed = new HashSet<Scope>();
    var gone = new ArrayList<Scope>();
    for (var entry : known.values()) {
      var scope = entry.state().scope();
      if (planned.contains(scope) || entry.state().firstPlannedAt().isEmpty()) {
        continue;
      }
      if (entry.unplannedAt().isPresent()) {
        if (entry.unplannedAt().get().isAfter(at.minus(REPORTED))) {
          removed.add(scope);
        }
      } else if (areAll) {
        gone.add(scope);
      } else {
        missing.add(scope);
        states.put(scope, entry.state());
      }
    }
    Parallel.map(gone, scope -> remove(scope, at));
    removed.addAll(gone);
    return new ScopePlan(planned, missing, removed, states, damaged);
  }

  /**
   * Writes the heartbeat: the change feed counts it, so that its alarm shows that the table's
   * stream is being read.
   */
  public void beat(Instant at) {
    store.write(new Update(ItemKey.heartbeat()).set(TableLayout.PLANNED_AT, Instants.text(at)));
  }

  /** Saves a list of the organization's accounts in place of the one before. */
  public void save(AccountList list) {
    store.write(
        new Update(ItemKey.accountList(list.unit()))
            .setAll(new ItemCodecs.AccountListItem().encode(list)));
  }

  /** The capacity consumed since construction. */
  public Consumed consumed() {
    return store.consumed();
  }

  private SortedMap<Scope, ScopeState> states(
      Set<Scope> planned,
      SortedMap<Scope, ScopeEntry> known,
      List<StoredItem<ScopeEntry>> damaged,
      Instant at) {
    var unread = new HashSet<Scope>();
    damaged.forEach(item -> item.key().findScope().ifPresent(unread::add));
    var read = planned.stream().filter(scope -> !unread.contains(scope)).toList();
    var states = new TreeMap<Scope, ScopeState>();
    Parallel.map(read, scope -> state(scope, Optional.ofNullable(known.get(scope)), at))
        .forEach(state -> states.put(state.scope(), state));
    return states;
  }

  /** The state of a planned scope. */
  private ScopeState state(Scope scope, Optional<ScopeEntry> entry, Instant at) {
    entry.flatMap(ScopeEntry::unplannedAt).ifPresent(_ -> addAgain(scope));
    var state = entry.map(ScopeEntry::state).orElseGet(() -> ScopeState.unknown(scope));
    return state.firstPlannedAt().isPresent() ? state : first(state, at);
  }

  /** Records that the scope was removed from the targets. */
  private boolean remove(Scope scope, Instant at) {
    store.write(
        new Update(ItemKey.scope(scope))
            .set(TableLayout.UNPLANNED_AT, Instants.text(at))
            .checksum(ScopeChecksum.UNPLANNED));
    return true;
  }

  /** Records that the scope is among the targets again. */
  private void addAgain(Scope scope) {
    store.write(
        new Update(ItemKey.scope(scope))
            .remove(TableLayout.UNPLANNED_AT)
            .remove(ScopeChecksum.UNPLANNED.attribute()));
  }

  private ScopeState first(ScopeState state, Instant at) {
    store.write(
        new Update(ItemKey.scope(state.scope()))
            .setOnce(TableLayout.FIRST_PLANNED_AT, Instants.text(at))
            .checksumOnce(ScopeChecksum.PLANNED));
    return state.planned(Instants.cut(at));
  }
}
