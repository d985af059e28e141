package dev.bedrockinventory.audit;

import dev.bedrockinventory.change.Attribution;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.Stored;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Revision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who caused single revisions of many resources. The evidence of a resource is read once, unless
 * thousands of others come between; of its revisions only those near by, and none where nobody is
 * known to have done anything. Not thread-safe, since its reader is not.
 */
final class Causes {
  private static final int MOST_REMEMBERED = 1_000;

  /** How many revisions before one are read with it: the last, and one to end its second. */
  private static final int NEAR = 2;

  private final LedgerReader reader;
  private final Map<Arn, List<Evidence>> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Arn, List<Evidence>> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  Causes(LedgerReader reader) {
    this.reader = reader;
  }

  /** The successful events that belong to a revision, in their order; empty if none is known. */
  List<Evidence> of(Arn arn, long revision, Instant observedAt) {
    var evidence = remembered.computeIfAbsent(arn, this::read);
    return evidence.stream().anyMatch(event -> !event.at().isAfter(observedAt))
        ? Attribution.of(around(arn, revision, observedAt, evidence), evidence)
            .getOrDefault(revision, List.of())
        : List.of();
  }

  private List<Evidence> read(Arn arn) {
    return reader.evidence(arn).map(Stored::value).filter(Evidence::isSuccessful).toList();
  }

  /** An event in the revision's own second may belong to another one of it, or to the next. */
  private List<Revision> around(
      Arn arn, long revision, Instant observedAt, List<Evidence> evidence) {
    var second = observedAt.truncatedTo(ChronoUnit.SECONDS);
    var near = near(arn, revision);
    return evidence.stream().anyMatch(event -> event.at().equals(second))
        ? Stream.concat(near.stream(), after(arn, revision, second).stream()).toList()
        : near;
  }

  /** The revisions after this one, up to the first of another second. */
  private List<Revision> after(Arn arn, long revision, Instant second) {
    for (var ahead = 1; ; ahead *= 2) {
      var after = reader.revisions(arn, revision + 1, revision + ahead).map(Stored::value).toList();
      if (after.size() < ahead || second(after.getLast()).isAfter(second)) {
        return after;
      }
    }
  }

  /**
   * The revisions up to this one that can take its events: the one before ends what is earlier, and
   * those in the second of the one before can explain what happened in that second.
   */
  private List<Revision> near(Arn arn, long revision) {
    for (var back = NEAR; ; back *= 2) {
      var first = Math.max(1, revision - back);
      var near = reader.revisions(arn, first, revision).map(Stored::value).toList();
      if (first == 1 || near.size() < 2 || endsItsSecond(near)) {
        return near;
      }
    }
  }

  private static boolean endsItsSecond(List<Revision> near) {
    return second(near.getFirst()).isBefore(second(near.get(near.size() - 2)));
  }

  private static Instant second(Revision revision) {
    return revision.observedAt().truncatedTo(ChronoUnit.SECONDS);
  }
}
