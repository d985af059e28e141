package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Revision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Revisions of one resource whose causes are read together.
 *
 * @param arn the resource
 * @param first the number of the first of them
 * @param last the number of the last of them
 */
record RevisionRun(Arn arn, long first, long last) {
  /** Changes of one resource that are further apart are read on their own. */
  private static final int MOST_BETWEEN = 8;

  /** How many revisions before the first one usually decide about its causes. */
  private static final int BEFORE = 2;

  /** How many revisions behind the last one usually decide about its causes. */
  private static final int BEHIND = 1;

  /** The fewest runs that contain the changes. */
  static List<RevisionRun> of(Collection<Change> changes) {
    var runs = new ArrayList<RevisionRun>();
    changes.stream()
        .sorted(Comparator.comparing(Change::arn).thenComparingLong(Change::revision))
        .forEach(change -> {
          var isNear = !runs.isEmpty() && runs.getLast().isNear(change);
          var first = isNear ? runs.removeLast().first() : change.revision();
          runs.add(new RevisionRun(change.arn(), first, change.revision()));
        });
    return runs;
  }

  private boolean isNear(Change change) {
    return arn.equals(change.arn()) && change.revision() - last <= MOST_BETWEEN;
  }

  /** The keys of these revisions and of those around them, some of which may not exist. */
  Stream<ItemKey> keys() {
    return LongStream.rangeClosed(Math.max(1, first - BEFORE), last + BEHIND)
        .mapToObj(number -> ItemKey.revision(arn, number));
  }

  /** Those of these revisions and of the ones around them that exist, oldest first. */
  List<Revision> near(Map<ItemKey, Revision> read) {
    return keys().map(read::get).filter(Objects::nonNull).toList();
  }

  /** These revisions among others. */
  List<Revision> of(List<Revision> history) {
    return history.stream()
        .filter(revision -> first <= revision.number() && revision.number() <= last)
        .toList();
  }

  /**
   * Whether no other revision has a part in the causes of these: not if one is a deletion, which
   * may have been overlooked for long, or if too many are of the same second.
   */
  boolean isDecidedBy(List<Revision> near) {
    var wanted = of(near);
    if (wanted.isEmpty() || wanted.stream().anyMatch(EvidenceRange::isDeletion)) {
      return wanted.isEmpty();
    }
    var begin = near.getFirst();
    var end = near.getLast();
    var isBeginKnown =
        begin.number() == 1 || begin.observedAt().isBefore(EvidenceRange.of(near, wanted).first());
    var isEndKnown =
        end.number() < last + BEHIND
            || EvidenceRange.second(end).isAfter(EvidenceRange.second(wanted.getLast()));
    return isBeginKnown && isEndKnown;
  }
}
