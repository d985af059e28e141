package dev.bedrockinventory.feed;

import dev.bedrockinventory.ledger.ChangeEntry;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.query.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Selects the changes to republish. A damaged item is always selected, so that it is reported.
 *
 * @param since the start of the period
 * @param until its end; absent: unlimited
 * @param filter selects resources by their state after the change
 * @param kinds the change kinds; empty: all
 * @param skipped the ids of changes to leave out
 */
public record RedriveSelection(
    Instant since,
    Optional<Instant> until,
    Filter filter,
    Set<ChangeKind> kinds,
    Set<String> skipped) {
  /** Copies the sets. */
  public RedriveSelection {
    kinds = Set.copyOf(kinds);
    skipped = Set.copyOf(skipped);
  }

  /** All changes from an instant on. */
  public static RedriveSelection from(Instant since) {
    return new RedriveSelection(since, Optional.empty(), Filter.ALL, Set.of(), Set.of());
  }

  /**
   * The days in UTC to query. One day beyond the clock's: the clock that stamped a revision may be
   * ahead.
   */
  Stream<LocalDate> days(Instant now) {
    var first = day(since);
    var tomorrow = day(now).plusDays(1);
    var last = until.map(RedriveSelection::day).filter(tomorrow::isAfter).orElse(tomorrow);
    return first.isAfter(last) ? Stream.empty() : first.datesUntil(last.plusDays(1));
  }

  boolean admits(ChangeEntry entry) {
    return new Period(Optional.of(since), until).holds(entry.observedAt())
        && (kinds.isEmpty() || kinds.contains(entry.change()))
        && entry.arn().scope().filter(scope -> !filter.admits(scope)).isEmpty()
        && !skipped.contains(entry.key());
  }

  boolean admits(Revision revision) {
    return revision
        .arn()
        .scope()
        .filter(scope -> !filter.admits(scope.kind(), revision.document()))
        .isEmpty();
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
