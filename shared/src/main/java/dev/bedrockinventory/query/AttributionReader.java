package dev.bedrockinventory.query;

import dev.bedrockinventory.change.Attribution;
import dev.bedrockinventory.change.RevisionEvents;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Revision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the events of consecutive revisions of one resource, and only the evidence that can belong
 * to them. Thread-safe.
 */
final class AttributionReader {
  /** The most by which an event may seem to be later than the observation of what it did. */
  private static final Duration MOST_SKEW = Duration.ofMinutes(5);

  private final LedgerReader reader;

  AttributionReader(LedgerReader reader) {
    this.reader = reader;
  }

  /** All the revisions of a resource, oldest first. */
  List<Revision> history(Arn arn) {
    return reader.revisions(arn).map(StoredItem::value).toList();
  }

  /**
   * The events of some revisions, by their numbers; those without events are left out.
   *
   * @param history all the revisions of one resource, oldest first
   * @param wanted consecutive revisions among them
   */
  SortedMap<Long, RevisionEvents> events(List<Revision> history, List<Revision> wanted) {
    if (wanted.isEmpty()) {
      return new TreeMap<>();
    }
    var first = wanted.getFirst();
    var evidence = evidence(first.arn(), EvidenceRange.of(history, wanted));
    return Attribution.of(history, evidence).subMap(first.number(), wanted.getLast().number() + 1);
  }

  /** The creation of a resource as it exists now, or of a deleted one as it existed last. */
  Optional<Evidence> creation(List<Revision> history) {
    return history.reversed().stream()
        .filter(Attribution::isBirth)
        .findFirst()
        .flatMap(birth -> {
          var range = EvidenceRange.of(history, List.of(birth));
          return evidence(
                  birth.arn(),
                  new EvidenceRange(
                      range.first(), Attribution.second(birth.observedAt().plus(MOST_SKEW))))
              .stream()
              .filter(event -> event.isCreation() && event.isSuccessful())
              .reduce((_, later) -> later);
        });
  }

  private List<Evidence> evidence(Arn arn, EvidenceRange range) {
    return reader.evidence(arn, range.first(), range.last()).map(StoredItem::value).toList();
  }
}
