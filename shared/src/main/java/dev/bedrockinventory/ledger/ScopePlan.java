package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The scopes of one plan, compared with those of the plans before.
 *
 * @param planned the scopes of the targets
 * @param missing the scopes that were planned before and are not now, although nobody removed them:
 *     some targets cannot be read
 * @param removed the scopes that were removed from the targets within the last day
 * @param states the states of planned and missing scopes, as they are after the plan, in order; a
 *     scope whose item is damaged has none
 * @param damaged the items that are left out because they are damaged or not those of a scope
 */
public record ScopePlan(
    Set<Scope> planned,
    Set<Scope> missing,
    Set<Scope> removed,
    SortedMap<Scope, ScopeState> states,
    List<StoredItem<ScopeEntry>> damaged) {
  /** Copies the collections. */
  public ScopePlan {
    planned = Set.copyOf(planned);
    missing = Set.copyOf(missing);
    removed = Set.copyOf(removed);
    states = new TreeMap<>(states);
    damaged = List.copyOf(damaged);
  }
}
