package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Revision;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The recorded changes of all scopes. Not thread-safe, since its reader is not. */
public final class Changes {
  private final LedgerReader reader;

  /** The changes of this ledger. */
  public Changes(LedgerReader reader) {
    this.reader = reader;
  }

  /**
   * The changes in a period, oldest first, without BASELINE and without documents. Costs one Query
   * of the scopes, one for each day of the period from the first change to the last, one for each
   * change if the filter needs documents, and two for each resource returned: its history, and the
   * evidence that can belong to changes in the period.
   *
   * @param kinds the change kinds; empty: all
   */
  public Stream<Change> in(Period period, Filter filter, Set<ChangeKind> kinds) {
    var events = new AttributionCache(reader, period);
    return withoutEvents(period, filter, kinds)
        .map(change -> change.with(events.of(change.arn(), change.revision()).onlyWho()));
  }

  private Stream<Change> withoutEvents(Period period, Filter filter, Set<ChangeKind> kinds) {
    return reader.changeDays(filter::admits).stream()
        .flatMap(period::of)
        .flatMap(reader::changes)
        .map(StoredItem::value)
        .map(Change::of)
        .filter(change -> period.holds(change.observedAt()))
        .filter(change -> kinds.isEmpty() || kinds.contains(change.change()))
        .filter(change -> matches(change, filter));
  }

  private boolean matches(Change change, Filter filter) {
    var scope = change.arn().scope();
    if (scope.filter(filter::admits).isEmpty()) {
      return false;
    }
    return !filter.needsDocuments()
        || revision(change)
            .filter(revision -> filter.admits(scope.get().kind(), revision.document()))
            .isPresent();
  }

  private Optional<Revision> revision(Change change) {
    return reader
        .revisions(change.arn(), change.revision(), change.revision())
        .map(StoredItem::value)
        .findFirst();
  }
}
