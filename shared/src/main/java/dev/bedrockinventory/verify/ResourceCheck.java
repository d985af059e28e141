package dev.bedrockinventory.verify;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;
import java.util.Optional;
import java.util.TreeMap;

/** Compares a resource's head or tombstone with its chain of revisions. */
final class ResourceCheck {
  private final LedgerReader reader;
  private final VerificationState verification;

  ResourceCheck(LedgerReader reader, VerificationState verification) {
    this.reader = reader;
    this.verification = verification;
  }

  /** Checks a live resource. */
  void head(Scope scope, ItemKey key, Head head) {
    if (belongs(scope, key, ItemKey.head(scope, head.arn()), head.arn())) {
      verification.head(head);
      var ends = ChainCheck.check(reader, head.arn(), verification);
      compare(key, head, ends);
      if (ends.last().filter(last -> last.change() == ChangeKind.DELETED).isPresent()) {
        verification.found(key, "is the head of a resource whose last revision is DELETED");
      }
    }
  }

  /** Checks a deleted resource. */
  void tombstone(Scope scope, ItemKey key, Tombstone tombstone) {
    var last = tombstone.last();
    if (belongs(scope, key, ItemKey.tombstone(scope, last.arn()), last.arn())) {
      verification.models(last.arn(), last.document());
      var ends = ChainCheck.check(reader, last.arn(), verification);
      compare(key, last, ends);
      if (ends.last().filter(end -> end.change() != ChangeKind.DELETED).isPresent()) {
        verification.found(
            key, "is the tombstone of a resource whose last revision is not DELETED");
      }
      if (!tombstone.deletedAt().equals(last.changedAt())) {
        verification.found(key, "its deletedAt differs from its changedAt");
      }
    }
  }

  /**
   * Checks a resource that an item other than a head or tombstone refers to. Adds no finding if the
   * ledger has nothing else of it.
   */
  void stray(Scope scope, Arn arn) {
    var head = reader.findHead(scope, arn);
    var tombstone = reader.findTombstone(scope, arn);
    if (head.isEmpty() && tombstone.isEmpty()) {
      withoutEnd(scope, arn);
    }
    head.ifPresent(verification::found);
    tombstone.ifPresent(verification::found);
    head.flatMap(StoredItem::readable).ifPresent(live -> head(scope, head.get().key(), live));
    tombstone
        .flatMap(StoredItem::readable)
        .ifPresent(gone -> tombstone(scope, tombstone.get().key(), gone));
  }

  private void withoutEnd(Scope scope, Arn arn) {
    var ends = ChainCheck.check(reader, arn, verification);
    if (ends.length() == 0) {
      return;
    }
    verification.resource(arn);
    evidence(arn, ends);
    var isDeleted = ends.last().filter(last -> last.change() == ChangeKind.DELETED).isPresent();
    verification.found(
        isDeleted ? ItemKey.tombstone(scope, arn) : ItemKey.head(scope, arn),
        "is missing: the resource has %d revisions".formatted(ends.length()));
  }

  private boolean belongs(Scope scope, ItemKey key, ItemKey expected, Arn arn) {
    if (key.equals(expected) && scope.holds(arn)) {
      return true;
    }
    verification.found(key, "belongs to another resource, " + arn);
    return false;
  }

  private void compare(ItemKey key, Head end, ChainCheck.Ends ends) {
    verification.resource(end.arn());
    evidence(end.arn(), ends);
    verification.missing(end.arn(), ends.length() + 1, end.revision());
    if (ends.length() > end.revision()) {
      verification.found(
          key, "is at revision %d, the last one is %d".formatted(end.revision(), ends.length()));
    }
    ends.first()
        .filter(first -> !first.observedAt().equals(end.firstSeenAt()))
        .ifPresent(first ->
            verification.found(key, "its firstSeenAt differs from revision 1's observedAt"));
    ends.last()
        .filter(last -> last.number() == end.revision())
        .flatMap(last -> difference(end, last))
        .ifPresent(what ->
            verification.found(key, "its %s differs from its last revision's".formatted(what)));
  }

  /** Each event that a deletion names as its proof is there: a successful deletion. */
  private void evidence(Arn arn, ChainCheck.Ends ends) {
    var unproved = new TreeMap<>(ends.deletions());
    reader
        .evidence(arn)
        .forEach(stored -> {
          verification.found(stored);
          stored
              .readable()
              .filter(evidence -> evidence.isDeletion() && evidence.isSuccessful())
              .ifPresent(evidence -> unproved.remove(evidence.eventId()));
        });
    unproved.forEach((id, number) ->
        verification.found(
            ItemKey.revision(arn, number),
            "names the event %s as its proof, but there is no such deletion".formatted(id)));
  }

  /** The first attribute in which a head, or the last state in a tombstone, differs. */
  static Optional<String> difference(Head end, Revision last) {
    if (!end.chainHash().equals(last.chainHash())) {
      return Optional.of("chainHash");
    }
    if (!end.contentHash().equals(last.contentHash())) {
      return Optional.of("contentHash");
    }
    if (!end.changedAt().equals(last.observedAt())) {
      return Optional.of("changedAt");
    }
    return end.document().equals(last.document()) ? Optional.empty() : Optional.of("document");
  }
}
