package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.ScopeEntry;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.ledger.UnmodeledMemberEntry;
import java.util.List;
import java.util.stream.Stream;

/**
 * The scopes with their last sweep, and the unmodeled members.
 *
 * @param scopes the scopes that were planned or swept, in order
 * @param unmodeled the unmodeled members of API responses, in order
 * @param damaged the items that are left out because they are damaged or not the ledger's, in order
 */
public record Coverage(
    List<ScopeEntry> scopes, List<UnmodeledMemberEntry> unmodeled, List<StoredItem<?>> damaged) {
  /** Copies the lists. */
  public Coverage {
    scopes = List.copyOf(scopes);
    unmodeled = List.copyOf(unmodeled);
    damaged = List.copyOf(damaged);
  }

  /**
   * The coverage of the admitted scopes. Unmodeled members, and items whose key is not that of a
   * scope, belong to no scope and are always included.
   */
  public static Coverage of(LedgerReader reader, Filter filter) {
    var scopes = reader.scopes().filter(item -> admits(filter, item)).toList();
    var unmodeled = reader.unmodeledMembers().toList();
    return new Coverage(
        intact(scopes),
        intact(unmodeled),
        Stream.<StoredItem<?>>concat(scopes.stream(), unmodeled.stream())
            .filter(item -> item.damage().isPresent())
            .toList());
  }

  private static boolean admits(Filter filter, StoredItem<ScopeEntry> item) {
    return item.key().findScope().map(filter::admits).orElse(true);
  }

  private static <T> List<T> intact(List<StoredItem<T>> items) {
    return items.stream().flatMap(item -> item.intact().stream()).toList();
  }
}
