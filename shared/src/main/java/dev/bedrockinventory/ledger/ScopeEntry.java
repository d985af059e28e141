package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.ScopeState;
import java.util.Optional;

/**
 * A scope item: the scope's state, and what its last look came to.
 *
 * @param state what the ledger knows of the scope
 * @param lastLook the figures of the last look of any outcome, absent before the first
 */
public record ScopeEntry(ScopeState state, Optional<Figures> lastLook) {
  /**
   * What a look came to.
   *
   * @param seen how many resources were listed
   * @param failures how many failures there were
   * @param omissions how many resources the listing lacked although Get found them
   * @param calls how many API calls were made
   * @param millis how long it took, in milliseconds
   */
  public record Figures(int seen, int failures, int omissions, int calls, long millis) {}
}
