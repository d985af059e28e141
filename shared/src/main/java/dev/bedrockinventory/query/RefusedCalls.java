package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.RefusalCount;
import dev.bedrockinventory.model.Evidence;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The refused calls about all resources, of the last 90 days. Of each principal and day only the
 * first hundred are stored. Thread-safe.
 */
public final class RefusedCalls {
  private final LedgerReader reader;

  /** The refused calls of this ledger. */
  public RefusedCalls(LedgerReader reader) {
    this.reader = reader;
  }

  /**
   * The refused calls in a period, newest first. Those about import jobs belong to no scope and are
   * always included. Costs one Query.
   *
   * @param scopes selects by account, region and kind only
   */
  public Stream<Evidence> in(Period period, Filter scopes) {
    return reader
        .attempts(period.since().orElse(Instant.EPOCH))
        .flatMap(item -> item.intact().stream())
        .filter(event -> period.holds(event.at()))
        .filter(event -> event.arn().scope().map(scopes::admits).orElse(true))
        .sorted(Comparator.<Evidence>naturalOrder().reversed());
  }

  /**
   * The counts of the principals and days of which calls are not stored, oldest first, if the last
   * of these calls may be in the period. A count belongs to a whole day in UTC, to all people that
   * use the principal, and to no scope. Costs one Query.
   */
  public Stream<RefusalCount> notStored(Period period) {
    return reader
        .refusalCounts(period.since().orElse(Instant.EPOCH))
        .flatMap(item -> item.intact().stream())
        .filter(RefusalCount::isMoreThanStored)
        .filter(count -> period.since().map(since -> !count.lastAt().isBefore(since)).orElse(true))
        .filter(count ->
            period
                .until()
                .map(until -> !count.day().isAfter(until.atZone(ZoneOffset.UTC).toLocalDate()))
                .orElse(true));
  }
}
