package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The planner's part of the ledger: which scopes are observed, and since when. */
public final class PlannedScopes {
  private final TableClient requests;

  /** Creates the planner's part for this table. */
  public PlannedScopes(DynamoDbClient client, String table) {
    requests = new TableClient(client, table);
  }

  /**
   * The states of the targets. A scope that was never planned gets its firstPlannedAt with one
   * write; the others are read with one Query.
   *
   * @param targets the scopes to observe
   * @param at when they are planned
   * @return the state of every target, as it is after the call
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if the table cannot be reached or
   *     denies access
   */
  public SortedMap<Scope, ScopeState> plan(Collection<Scope> targets, Instant at) {
    var known = new TreeMap<Scope, ScopeState>();
    requests
        .query(Queries.partition(ItemKey.SCOPES))
        .map(item -> new ScopeItem().read(item).value().state())
        .forEach(state -> known.put(state.scope(), state));
    var planned = new TreeMap<Scope, ScopeState>();
    for (var target : targets) {
      var state =
          Optional.ofNullable(known.get(target)).orElseGet(() -> ScopeState.unknown(target));
      planned.put(target, state.firstPlannedAt().isPresent() ? state : first(state, at));
    }
    return planned;
  }

  /** The capacity consumed since construction. */
  public Consumed consumed() {
    return requests.consumed();
  }

  private ScopeState first(ScopeState state, Instant at) {
    requests.update(
        new Update(ItemKey.scope(state.scope()))
            .setOnce(TableLayout.FIRST_PLANNED_AT, Instants.text(at))
            .checksumOnce(ScopeChecksum.PLANNED));
    return new ScopeState(
        state.scope(),
        state.generation(),
        state.revisions(),
        state.digest(),
        Optional.of(Instants.cut(at)),
        state.firstLookAt(),
        state.lastCompleteAt(),
        state.lastAttemptAt(),
        state.lastUnsupportedAt(),
        state.outcome(),
        state.reason(),
        state.probed(),
        state.detailed(),
        state.driftDigest());
  }
}
