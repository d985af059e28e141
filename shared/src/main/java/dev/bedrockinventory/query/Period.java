package dev.bedrockinventory.query;

import dev.bedrockinventory.model.ChangeDays;
import dev.bedrockinventory.model.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A period of time, both ends included.
 *
 * @param since the start; absent: no lower limit
 * @param until the end; absent: no upper limit
 */
public record Period(Optional<Instant> since, Optional<Instant> until) {
  /** All time. */
  public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

  /** Whether the instant is in the period. */
  public boolean holds(Instant instant) {
    return since.filter(instant::isBefore).isEmpty() && until.filter(instant::isAfter).isEmpty();
  }

  /** Those of the revisions that were observed in this period, in their order. */
  List<Revision> of(List<Revision> revisions) {
    return revisions.stream().filter(revision -> holds(revision.observedAt())).toList();
  }

  /** Those of the days that are in this period at least in part, in order. */
  public Stream<LocalDate> of(ChangeDays days) {
    var first = since.map(ChangeDays::day).filter(days.first()::isBefore).orElse(days.first());
    var last = until.map(ChangeDays::day).filter(days.last()::isAfter).orElse(days.last());
    return first.isAfter(last) ? Stream.empty() : new ChangeDays(first, last).stream();
  }
}
