package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the last revision until an instant of many resources at the same time. The times of a
 * resource's revisions never go back, so each search is a binary one, which begins at the newest
 * revision since it is probably near. Costs at most two times the logarithm of the largest number
 * of revisions in consecutive reads, each of up to 100 resources. Thread-safe.
 */
final class RevisionSearch {
  private final LedgerReader reader;
  private final Instant instant;

  RevisionSearch(LedgerReader reader, Instant instant) {
    this.reader = reader;
    this.instant = instant;
  }

  /**
   * One search. The revision behind {@code low} is the first one that may be too late.
   *
   * @param head the resource, whose last revision is too late
   * @param low a revision that is not too late; 0: none is known
   * @param high a revision that is too late
   * @param step how far the next revision to read is from {@code high}, while none is known
   */
  private record Search(Head head, long low, long high, long step) {
    static Search of(Head head) {
      return new Search(head, 0, head.revision(), 1);
    }

    boolean isDone() {
      return high - low <= 1;
    }

    long next() {
      return low == 0 ? Math.max(1, high - step) : (low + high) / 2;
    }

    ItemKey key(long number) {
      return ItemKey.revision(head.arn(), number);
    }

    Search with(boolean isTooLate) {
      return isTooLate
          ? new Search(head, low, next(), step * 2)
          : new Search(head, next(), high, step);
    }
  }

  /**
   * The revisions of these resources at the instant, by their ARNs; those that were not recorded
   * yet are left out.
   *
   * @param heads states that are later than the instant
   */
  Map<Arn, Revision> find(Collection<Head> heads) {
    var found = new HashMap<Arn, Revision>();
    var searches = heads.stream().map(Search::of).filter(search -> !search.isDone()).toList();
    while (!searches.isEmpty()) {
      var read = read(searches);
      var next = new ArrayList<Search>();
      for (var search : searches) {
        var revision = read.get(search.key(search.next()));
        if (revision == null) {
          findAlone(search.head().arn()).ifPresent(last -> found.put(last.arn(), last));
          continue;
        }
        var isTooLate = revision.observedAt().isAfter(instant);
        if (!isTooLate) {
          found.put(search.head().arn(), revision);
        }
        next.add(search.with(isTooLate));
      }
      searches = next.stream().filter(search -> !search.isDone()).toList();
    }
    return found;
  }

  private Map<ItemKey, Revision> read(List<Search> searches) {
    var keys = searches.stream().map(search -> search.key(search.next())).toList();
    var revisions = new HashMap<ItemKey, Revision>();
    BatchRead.of(keys, reader::revisions)
        .forEach(stored -> revisions.put(stored.key(), stored.value()));
    return revisions;
  }

  /** For a resource one of whose revisions was removed, so that a binary search is not possible. */
  private Optional<Revision> findAlone(Arn arn) {
    return reader.findLastRevision(arn, instant).map(StoredItem::value);
  }
}
