package dev.bedrockinventory.query;

import dev.bedrockinventory.change.RevisionEvents;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.Arn;
import java.util.Collection;
import java.util.Map;

/**
 * The events of the revisions in a period, cached for the most recently used resources. A
 * resource's history is read once, because an event can only be attributed to a revision when all
 * revisions are known; then its evidence, as far as it can belong to revisions in the period. Not
 * thread-safe.
 */
public final class AttributionCache {
  private final AttributionReader reader;
  private final Period period;
  private final ParallelCache<Arn, Map<Long, RevisionEvents>> events =
      new ParallelCache<>(this::read);

  AttributionCache(LedgerReader reader, Period period) {
    this.reader = new AttributionReader(reader);
    this.period = period;
  }

  /** Reads the resources of these changes at the same time, as far as they are not cached. */
  public void prepare(Collection<Change> changes) {
    events.prepare(changes.stream().map(Change::arn));
  }

  /** The change with its causes; costs two Queries if the resource is not cached. */
  public Change attribute(Change change) {
    var known = events.get(change.arn());
    return change.with(known.getOrDefault(change.revision(), RevisionEvents.NONE).onlyWho());
  }

  private Map<Long, RevisionEvents> read(Arn arn) {
    var history = reader.history(arn);
    return reader.events(history, period.of(history));
  }
}
