package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.ScopeState;
import java.time.Instant;
import java.util.Optional;

/**
 * A scope item: the scope's state, the figures of its last observation, and whether it is planned.
 *
 * @param state the state of the scope
 * @param lastObservation the figures of the last observation of any outcome, absent before the
 *     first
 * @param unplannedAt when it was first left out of a plan because its target was removed; absent
 *     while it is planned
 */
public record ScopeEntry(
    ScopeState state, Optional<Figures> lastObservation, Optional<Instant> unplannedAt) {
  /**
   * The figures of an observation.
   *
   * @param seen how many resources were listed
   * @param failures how many failures there were
   * @param omissions how many resources the list omitted although Get returned them
   * @param calls how many API calls were made
   * @param millis how long it took, in milliseconds
   */
  public record Figures(int seen, int failures, int omissions, int calls, long millis) {}
}
