package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Revision;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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
    return unattributed(period, filter, kinds).map(attribution(period));
  }

  /** The same without their causes, which cost two Queries for each resource. */
  public Stream<Change> unattributed(Period period, Filter filter, Set<ChangeKind> kinds) {
    return days(period, filter).flatMap(day -> of(day, period, filter, kinds));
  }

  /** The same as {@link #in}, newest first; reads day by day while it is consumed. */
  public Stream<Change> newest(Period period, Filter filter, Set<ChangeKind> kinds) {
    return days(period, filter)
        .sorted(Comparator.reverseOrder())
        .flatMap(day -> of(day, period, filter, kinds).toList().reversed().stream())
        .map(attribution(period));
  }

  private Stream<LocalDate> days(Period period, Filter filter) {
    return reader.changeDays(filter::admits).stream().flatMap(period::of);
  }

  private Stream<Change> of(LocalDate day, Period period, Filter filter, Set<ChangeKind> kinds) {
    return reader
        .changes(day)
        .map(StoredItem::value)
        .map(Change::of)
        .filter(change -> period.holds(change.observedAt()))
        .filter(change -> kinds.isEmpty() || kinds.contains(change.change()))
        .filter(change -> matches(change, filter));
  }

  /** Adds their causes to changes of a period, which costs two Queries for each resource. */
  public UnaryOperator<Change> attribution(Period period) {
    var events = new AttributionCache(reader, period);
    return change -> change.with(events.of(change.arn(), change.revision()).onlyWho());
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
