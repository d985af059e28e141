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
 * Reads revisions and checks each with its neighbours in the chain: its own hash, the revision
 * before, and the next one or, for the last, the head or tombstone. A forged revision with a valid
 * hash does not match the next one; only a chain that was recomputed to its end passes.
 */
final class LinkCheck {
  private final LedgerReader reader;

  LinkCheck(LedgerReader reader) {
    this.reader = reader;
  }

  /** The result of reading a revision. */
  sealed interface Found {
    /** The recorded revision, as far as the ledger can prove it. */
    record Whole(Revision revision) implements Found {}

    /**
     * Anything else.
     *
     * @param problem the problem, in one line
     */
    record Broken(String problem) implements Found {}
  }

  /** One Query, and one to three more reads for the last revision of a resource. */
  Found find(Arn arn, long number) {
    try (var revisions = reader.revisions(arn, number - 1, number + 1)) {
      var around = revisions.collect(Collectors.toMap(StoredItem::key, Function.identity()));
      return Optional.ofNullable(around.get(ItemKey.revision(arn, number)))
          .map(stored -> found(stored, around))
          .orElseGet(() -> new Found.Broken("is missing"));
    }
  }

  private Found found(StoredItem<Revision> stored, Map<ItemKey, StoredItem<Revision>> around) {
    if (stored.damage().isPresent()) {
      return new Found.Broken(stored.damage().get());
    }
    var revision = stored.value();
    return itself(revision)
        .or(() -> before(revision, around))
        .or(() -> behind(revision, around))
        .<Found>map(Found.Broken::new)
        .orElseGet(() -> new Found.Whole(revision));
  }

  private static Optional<String> itself(Revision revision) {
    return Chain.holds(revision)
        ? Optional.empty()
        : Optional.of("its chain hash does not match its content");
  }

  private static Optional<String> before(
      Revision revision, Map<ItemKey, StoredItem<Revision>> around) {
    var number = revision.number() - 1;
    if (number == 0) {
      return revision.previousHash().equals(Chain.START)
          ? Optional.empty()
          : Optional.of("is the first, but its previousHash refers to another one");
    }
    return Optional.ofNullable(around.get(ItemKey.revision(revision.arn(), number)))
            .flatMap(StoredItem::readable)
            .filter(before -> before.chainHash().equals(revision.previousHash()))
            .isPresent()
        ? Optional.empty()
        : Optional.of("does not follow revision " + number);
  }

  private Optional<String> behind(Revision revision, Map<ItemKey, StoredItem<Revision>> around) {
    var next = ItemKey.revision(revision.arn(), revision.number() + 1);
    return around.containsKey(next) ? behind(revision, around.get(next)) : last(revision);
  }

  private static Optional<String> behind(Revision revision, StoredItem<Revision> next) {
    return next.readable()
            .filter(behind -> behind.previousHash().equals(revision.chainHash()))
            .isPresent()
        ? Optional.empty()
        : Optional.of(
            "does not match the previousHash of revision %d".formatted(revision.number() + 1));
  }

  /** A revision may have been recorded since the Query, and the head may be its. */
  private Optional<String> last(Revision revision) {
    if (revision.arn().scope().flatMap(scope -> end(scope, revision)).isPresent()) {
      return Optional.empty();
    }
    var number = revision.number() + 1;
    try (var revisions = reader.revisions(revision.arn(), number, number)) {
      return revisions
          .findFirst()
          .map(next -> behind(revision, next))
          .orElse(Optional.of("is the last, but has no matching head or tombstone"));
    }
  }

  private Optional<Head> end(Scope scope, Revision revision) {
    return reader
        .findHead(scope, revision.arn())
        .flatMap(LinkCheck::undamaged)
        .or(() ->
            reader
                .findTombstone(scope, revision.arn())
                .flatMap(LinkCheck::undamaged)
                .map(Tombstone::last))
        .filter(head -> head.revision() == revision.number())
        .filter(head -> head.chainHash().equals(revision.chainHash()));
  }

  private static <T> Optional<T> undamaged(StoredItem<T> stored) {
    return stored.damage().isEmpty() ? stored.readable() : Optional.empty();
  }
}
