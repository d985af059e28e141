package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.ScopeEntry;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.ledger.UnmodeledMemberEntry;
import java.util.List;

/**
 * The scopes with their last sweep, and the unmodeled members.
 *
 * @param scopes the scopes that were planned or swept, in order
 * @param drift the unmodeled members of API responses, in order
 */
public record Coverage(List<ScopeEntry> scopes, List<UnmodeledMemberEntry> drift) {
  /** Copies the lists. */
  public Coverage {
    scopes = List.copyOf(scopes);
    drift = List.copyOf(drift);
  }

  /** The coverage of the admitted scopes. Unmodeled members belong to no scope. */
  public static Coverage of(LedgerReader reader, Filter filter) {
    return new Coverage(
        reader
            .scopes()
            .map(StoredItem::value)
            .filter(entry -> filter.admits(entry.state().scope()))
            .toList(),
        reader.drift().map(StoredItem::value).toList());
  }
}
