package dev.bedrockinventory.query;

import dev.bedrockinventory.change.Attribution;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Revision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The callers that caused revisions, cached for the most recently used resources. A resource's
 * evidence is read once. If it has any, its full history is read too, because an event can only be
 * attributed to a revision when all revisions are known. Not thread-safe, since its reader is not.
 */
final class AttributionCache {
  private static final int MAX_RESOURCES = 1_000;

  private final LedgerReader reader;
  private final Map<Arn, Map<Long, List<Evidence>>> cache =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Arn, Map<Long, List<Evidence>>> eldest) {
          return size() > MAX_RESOURCES;
        }
      };

  AttributionCache(LedgerReader reader) {
    this.reader = reader;
  }

  /** The successful events that belong to a revision, in their order; empty if none is known. */
  List<Evidence> of(Arn arn, long revision) {
    return cache.computeIfAbsent(arn, this::read).getOrDefault(revision, List.of());
  }

  private Map<Long, List<Evidence>> read(Arn arn) {
    var evidence =
        reader.evidence(arn).map(StoredItem::value).filter(Evidence::isSuccessful).toList();
    return evidence.isEmpty() ? Map.of() : Attribution.of(revisions(arn), evidence);
  }

  private List<Revision> revisions(Arn arn) {
    return reader.revisions(arn).map(StoredItem::value).toList();
  }
}
