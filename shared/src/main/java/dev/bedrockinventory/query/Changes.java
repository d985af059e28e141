package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Revision;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The changes of all scopes. Not thread-safe, since its reader is not. */
public final class Changes {
  private final LedgerReader reader;
  private final InstantSource clock;
  private final AttributionCache causes;

  /** The changes of this ledger; the clock determines the last day. */
  public Changes(LedgerReader reader, InstantSource clock) {
    this.reader = reader;
    this.clock = clock;
    this.causes = new AttributionCache(reader);
  }

  /**
   * The changes in a period, oldest first, without BASELINE and without documents: one Query a day
   * from the earliest instant in the heads and tombstones, one more for each change if the filter
   * needs documents, one for the evidence of each resource shown, and one for each change of a
   * resource that has any.
   *
   * @param kinds the change kinds; empty: all
   */
  public Stream<Change> in(Period period, Filter filter, Set<ChangeKind> kinds) {
    return withoutCauses(period, filter, kinds).map(this::attributed);
  }

  private Stream<Change> withoutCauses(Period period, Filter filter, Set<ChangeKind> kinds) {
    return days(period, filter)
        .flatMap(reader::changes)
        .map(StoredItem::value)
        .map(Change::of)
        .filter(change -> period.holds(change.observedAt()))
        .filter(change -> kinds.isEmpty() || kinds.contains(change.change()))
        .filter(change -> fits(change, filter));
  }

  private Change attributed(Change change) {
    return change.by(causes.of(change.arn(), change.revision()));
  }

  /** One day beyond the clock's: the clock that stamped a revision may be ahead. */
  private Stream<LocalDate> days(Period period, Filter filter) {
    var tomorrow = day(clock.instant()).plusDays(1);
    var last = period.until().map(Changes::day).filter(tomorrow::isAfter).orElse(tomorrow);
    return HistoryStart.of(reader, filter)
        .map(beginning -> period.since().filter(beginning::isBefore).orElse(beginning))
        .map(Changes::day)
        .filter(first -> !first.isAfter(last))
        .map(first -> first.datesUntil(last.plusDays(1)))
        .orElseGet(Stream::empty);
  }

  private boolean fits(Change change, Filter filter) {
    var scope = change.arn().scope();
    if (scope.filter(filter::admits).isEmpty()) {
      return false;
    }
    return !filter.looksIntoDocuments()
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

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
