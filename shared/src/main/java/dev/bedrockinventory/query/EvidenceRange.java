package dev.bedrockinventory.query;

import dev.bedrockinventory.change.Attribution;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Revision;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * The seconds whose events can belong to some revisions of a resource, both ends included.
 *
 * @param first the first second
 * @param last the last second
 */
record EvidenceRange(Instant first, Instant last) {
  /**
   * The range of consecutive revisions.
   *
   * @param history all the revisions of the resource, oldest first
   * @param wanted consecutive revisions among them, at least one
   */
  static EvidenceRange of(List<Revision> history, List<Revision> wanted) {
    return new EvidenceRange(start(history, wanted), end(history, wanted.getLast()));
  }

  /**
   * The second of the revision before, whose events may belong to the first one wanted. A deletion
   * may have been overlooked for longer, but not since before the last DELETED revision.
   */
  private static Instant start(List<Revision> history, List<Revision> wanted) {
    var first = wanted.getFirst();
    var before = lastSecond(history, one -> second(one).isBefore(second(first)));
    if (wanted.stream().noneMatch(EvidenceRange::isDeletion)) {
      return before;
    }
    var deleted = lastSecond(history, one -> isDeletion(one) && one.number() < first.number());
    return deleted.isBefore(before) ? deleted : before;
  }

  private static Instant lastSecond(List<Revision> history, Predicate<Revision> among) {
    return history.stream()
        .filter(among)
        .map(EvidenceRange::second)
        .reduce(Instant.EPOCH, (_, later) -> later);
  }

  /**
   * The second of the revision behind, whose events decide whether one of the last second belongs
   * to it.
   */
  private static Instant end(List<Revision> history, Revision last) {
    return history.stream()
        .map(EvidenceRange::second)
        .filter(second(last)::isBefore)
        .findFirst()
        .orElse(second(last));
  }

  static boolean isDeletion(Revision revision) {
    return revision.change() == ChangeKind.DELETED;
  }

  static Instant second(Revision revision) {
    return Attribution.second(revision.observedAt());
  }
}
