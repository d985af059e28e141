package dev.bedrockinventory.query;

import dev.bedrockinventory.aws.Parallel;
import dev.bedrockinventory.change.RevisionEvents;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.Arn;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The events of the revisions in a period, cached for the most recently used resources. A
 * resource's history is read once, because an event can only be attributed to a revision when all
 * revisions are known; then its evidence, as far as it can belong to revisions in the period. Not
 * thread-safe.
 */
public final class AttributionCache {
  private static final int MAX_RESOURCES = 1_000;

  private final AttributionReader reader;
  private final Period period;
  private final Map<Arn, Map<Long, RevisionEvents>> cache =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Arn, Map<Long, RevisionEvents>> eldest) {
          return size() > MAX_RESOURCES;
        }
      };

  AttributionCache(LedgerReader reader, Period period) {
    this.reader = new AttributionReader(reader);
    this.period = period;
  }

  /** Reads the resources of these changes at the same time, as far as they are not cached. */
  public void prepare(Collection<Change> changes) {
    var missing =
        changes.stream()
            .map(Change::arn)
            .distinct()
            .filter(arn -> !cache.containsKey(arn))
            .toList();
    var events = Parallel.map(missing, this::read);
    for (var index = 0; index < missing.size(); index++) {
      cache.put(missing.get(index), events.get(index));
    }
  }

  /** The change with its causes; costs two Queries if the resource is not cached. */
  public Change attribute(Change change) {
    var events = cache.computeIfAbsent(change.arn(), this::read);
    return change.with(events.getOrDefault(change.revision(), RevisionEvents.NONE).onlyWho());
  }

  private Map<Long, RevisionEvents> read(Arn arn) {
    var history = reader.history(arn);
    return reader.events(history, period.of(history));
  }
}
