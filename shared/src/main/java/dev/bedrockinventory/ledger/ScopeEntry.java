package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.ScopeState;
import java.util.Optional;

/**
 * A scope item: the scope's state, and the figures of its last observation.
 *
 * @param state the scope's state
 * @param lastLook the figures of the last observation of any outcome, absent before the first
 */
public record ScopeEntry(ScopeState state, Optional<Figures> lastLook) {
  /**
   * The figures of an observation.
   *
   * @param seen the number of listed resources
   * @param failures the number of failures
   * @param omissions the number of resources that the listing lacked although Get found them
   * @param calls the number of API calls
   * @param millis how long it took, in milliseconds
   */
  public record Figures(int seen, int failures, int omissions, int calls, long millis) {}
}
