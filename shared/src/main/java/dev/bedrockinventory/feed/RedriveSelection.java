package dev.bedrockinventory.feed;

import dev.bedrockinventory.ledger.ChangeEntry;
import dev.bedrockinventory.model.ChangeDays;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.query.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Selects the changes to republish. An attribute that a damaged item lacks counts as selected, so
 * that the item is reported.
 *
 * @param since not before this instant
 * @param until not after this one; absent: no end
 * @param filter the resources, as they are after the change
 * @param kinds the change kinds; empty: all
 * @param skipped the ids of changes to skip
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

  Stream<LocalDate> of(ChangeDays days) {
    return period().of(days);
  }

  boolean admits(ChangeEntry entry) {
    return period().holds(entry.observedAt())
        && (kinds.isEmpty() || kinds.contains(entry.change()))
        && entry.arn().scope().filter(scope -> !filter.admits(scope)).isEmpty()
        && !skipped.contains(entry.key());
  }

  private Period period() {
    return new Period(Optional.of(since), until);
  }
}
