package dev.bedrockinventory.verify;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.ResourceImage;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.sweep.Backoff;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Decides whether the chain of revisions proves a write or removal of a head, tombstone or known
 * mark, given an image of the table's stream. An image is compared with the revision that it names,
 * not with the last one, because more may have been recorded since. What is not proved is read
 * again after a pause: the items of a transaction do not become visible at the same time. Every
 * method may throw {@link dev.bedrockinventory.sweep.LedgerUnavailableException}. Not thread-safe.
 */
public final class StreamImageCheck {
  private static final int READS = 3;

  private final LedgerReader reader;
  private final Backoff pause;

  /**
   * A check of the items of this ledger.
   *
   * @param pause the wait before the ledger is read again
   */
  public StreamImageCheck(LedgerReader reader, Backoff pause) {
    this.reader = reader;
    this.pause = pause;
  }

  /** Whether the chain proves all that an item says after it was written. */
  public boolean isWriteProved(ItemKey key, Map<String, AttributeValue> image) {
    return key.isKnown()
        ? ResourceImage.known(key, image)
            .filter(arn -> eventually(() -> find(arn, 1).isPresent()))
            .isPresent()
        : end(key, image).filter(end -> eventually(() -> isProved(key, end))).isPresent();
  }

  /**
   * Whether the chain proves that an item had to be removed; that of a known mark never had.
   *
   * @param image the item before it was removed, which may be damaged
   */
  public boolean isRemovalProved(ItemKey key, Map<String, AttributeValue> image) {
    var end = end(key, image);
    return !key.isKnown()
        && eventually(() ->
            end.filter(removed -> isSucceeded(key, removed)).isPresent()
                || arns(key, end).anyMatch(arn -> isWrong(key, arn)));
  }

  /** The head, or the last state in the tombstone; empty if the image is damaged. */
  private static Optional<Head> end(ItemKey key, Map<String, AttributeValue> image) {
    return key.isHead()
        ? ResourceImage.head(key, image)
        : ResourceImage.tombstone(key, image)
            .filter(gone -> gone.deletedAt().equals(gone.last().changedAt()))
            .map(Tombstone::last);
  }

  private boolean isProved(ItemKey key, Head end) {
    return find(end.arn(), end.revision())
            .filter(named -> ResourceCheck.difference(end, named).isEmpty())
            .filter(named -> isEndOf(key, named))
            .isPresent()
        && find(end.arn(), 1)
            .filter(first -> first.observedAt().equals(end.firstSeenAt()))
            .isPresent()
        && !isOutdated(key, end);
  }

  /**
   * Whether the item is still there although a later revision exists, whose transaction replaces or
   * removes it: it was put back.
   */
  private boolean isOutdated(ItemKey key, Head end) {
    return find(end.arn(), end.revision() + 1).isPresent()
        && stored(key, end.arn()).filter(now -> now.revision() <= end.revision()).isPresent();
  }

  private Optional<Head> stored(ItemKey key, Arn arn) {
    return key.findScopeOfResource()
        .flatMap(scope ->
            key.isHead()
                ? reader.findHead(scope, arn).flatMap(StoredItem::readable)
                : reader
                    .findTombstone(scope, arn)
                    .flatMap(StoredItem::readable)
                    .map(Tombstone::last));
  }

  /** Whether the next revision deletes the live resource, or returns the deleted one. */
  private boolean isSucceeded(ItemKey key, Head removed) {
    return find(removed.arn(), removed.revision() + 1)
        .filter(next -> next.change() == (key.isHead() ? ChangeKind.DELETED : ChangeKind.CREATED))
        .isPresent();
  }

  /** Whether the resource has the other kind of end, so that a repair removes this one. */
  private boolean isWrong(ItemKey key, Arn arn) {
    return reader
        .findLastRevision(arn)
        .flatMap(StoredItem::readable)
        .filter(last -> !isEndOf(key, last))
        .isPresent();
  }

  /** Whether the last revision of a resource with such an item may be this one. */
  private static boolean isEndOf(ItemKey key, Revision revision) {
    return (revision.change() == ChangeKind.DELETED) == key.isTombstone();
  }

  /** The resource that the image names, and the one that has the id of the key. */
  private Stream<Arn> arns(ItemKey key, Optional<Head> end) {
    var known =
        key.findScopeOfResource()
            .flatMap(scope -> reader.findKnown(scope, key.resourceId()))
            .flatMap(StoredItem::intact);
    return Stream.concat(end.map(Head::arn).stream(), known.stream()).distinct();
  }

  private Optional<Revision> find(Arn arn, long number) {
    try (var revisions = reader.revisions(arn, number, number)) {
      return revisions.findFirst().flatMap(StoredItem::readable);
    }
  }

  private boolean eventually(BooleanSupplier isProved) {
    for (var retry = 1; retry < READS; retry++) {
      if (isProved.getAsBoolean()) {
        return true;
      }
      pause.before(retry);
    }
    return isProved.getAsBoolean();
  }
}
