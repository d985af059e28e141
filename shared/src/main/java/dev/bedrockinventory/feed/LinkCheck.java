package dev.bedrockinventory.feed;

import dev.bedrockinventory.change.Chain;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Verifies single revisions by their neighbors in the hash chain: the own hash, the previous
 * revision, and the next one or, for the last, the head or tombstone. A revision forged with a
 * matching hash does not match the next one; only a chain recomputed to its end passes. Every
 * method may throw {@link dev.bedrockinventory.sweep.LedgerUnavailableException}. Not thread-safe.
 */
public final class LinkCheck {
  private final LedgerReader reader;

  /** A check of the revisions of this ledger. */
  public LinkCheck(LedgerReader reader) {
    this.reader = reader;
  }

  /** The result of reading a revision. */
  sealed interface Found {
    /** The revision matches its neighbors. */
    record Intact(Revision revision) implements Found {}

    /**
     * The revision is missing, unreadable or does not match its neighbors.
     *
     * @param problem the problem, in one line
     */
    record Corrupted(String problem) implements Found {}
  }

  /** One Query, and one to three more reads for the last revision of a resource. */
  Found find(Arn arn, long number) {
    var around = around(arn, number);
    return Optional.ofNullable(around.get(ItemKey.revision(arn, number)))
        .map(stored -> found(stored, around))
        .orElseGet(() -> new Found.Corrupted("is missing"));
  }

  /**
   * Why a revision, as it was written, does not match its neighbors; empty if it does. Later
   * revisions may have been recorded since. Costs as much as {@link #find}.
   *
   * @return the problem, in one line without values
   */
  public Optional<String> findProblem(Revision revision) {
    return findProblem(revision, around(revision.arn(), revision.number()));
  }

  private Map<ItemKey, StoredItem<Revision>> around(Arn arn, long number) {
    try (var revisions = reader.revisions(arn, number - 1, number + 1)) {
      return revisions.collect(Collectors.toMap(StoredItem::key, Function.identity()));
    }
  }

  private Found found(StoredItem<Revision> stored, Map<ItemKey, StoredItem<Revision>> around) {
    if (stored.damage().isPresent()) {
      return new Found.Corrupted(stored.damage().get());
    }
    var revision = stored.value();
    return findProblem(revision, around)
        .<Found>map(Found.Corrupted::new)
        .orElseGet(() -> new Found.Intact(revision));
  }

  private Optional<String> findProblem(
      Revision revision, Map<ItemKey, StoredItem<Revision>> around) {
    return checkHash(revision)
        .or(() -> checkPrevious(revision, around))
        .or(() -> checkNext(revision, around));
  }

  private static Optional<String> checkHash(Revision revision) {
    return Chain.holds(revision)
        ? Optional.empty()
        : Optional.of("its chain hash does not match its content");
  }

  private static Optional<String> checkPrevious(
      Revision revision, Map<ItemKey, StoredItem<Revision>> around) {
    var number = revision.number() - 1;
    if (number == 0) {
      return Chain.starts(revision)
          ? Optional.empty()
          : Optional.of("is the first, but its previousHash refers to another revision");
    }
    return Optional.ofNullable(around.get(ItemKey.revision(revision.arn(), number)))
            .flatMap(StoredItem::readable)
            .filter(before -> Chain.follows(before, revision))
            .isPresent()
        ? Optional.empty()
        : Optional.of("does not follow the stored revision " + number);
  }

  private Optional<String> checkNext(Revision revision, Map<ItemKey, StoredItem<Revision>> around) {
    var next = ItemKey.revision(revision.arn(), revision.number() + 1);
    return around.containsKey(next) ? checkNext(revision, around.get(next)) : checkEnd(revision);
  }

  private static Optional<String> checkNext(Revision revision, StoredItem<Revision> next) {
    return next.readable().filter(following -> Chain.follows(revision, following)).isPresent()
        ? Optional.empty()
        : Optional.of(
            "is not the revision that revision %d follows".formatted(revision.number() + 1));
  }

  /** A revision may have been recorded since the Query, and the head may already be newer. */
  private Optional<String> checkEnd(Revision revision) {
    if (revision.arn().scope().flatMap(scope -> end(scope, revision)).isPresent()) {
      return Optional.empty();
    }
    var number = revision.number() + 1;
    try (var revisions = reader.revisions(revision.arn(), number, number)) {
      return revisions
          .findFirst()
          .map(next -> checkNext(revision, next))
          .orElse(Optional.of("is the last, but no head or tombstone matches it"));
    }
  }

  private Optional<Head> end(Scope scope, Revision revision) {
    return reader
        .findHead(scope, revision.arn())
        .flatMap(StoredItem::intact)
        .or(() ->
            reader
                .findTombstone(scope, revision.arn())
                .flatMap(StoredItem::intact)
                .map(Tombstone::last))
        .filter(head -> head.revision() == revision.number())
        .filter(head -> head.chainHash().equals(revision.chainHash()));
  }
}
