package dev.bedrockinventory.verify;

import dev.bedrockinventory.change.Digests;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.ScopeEntry;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeDays;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Verifies one scope: its item, heads, tombstones, and the chain of each of its resources. */
final class ScopeCheck {
  private final LedgerReader reader;
  private final Scope scope;
  private final VerificationState verification;

  private ScopeCheck(LedgerReader reader, Scope scope, VerificationState verification) {
    this.reader = reader;
    this.scope = scope;
    this.verification = verification;
  }

  /**
   * Verifies a scope.
   *
   * @param item the scope's item, absent if there is none
   * @param verification an empty state, which it fills
   * @return the state
   */
  static VerificationState check(
      LedgerReader reader,
      Scope scope,
      Optional<StoredItem<ScopeEntry>> item,
      VerificationState verification) {
    new ScopeCheck(reader, scope, verification).run(item);
    return verification;
  }

  private void run(Optional<StoredItem<ScopeEntry>> item) {
    item.ifPresent(verification::found);
    var heads = reader.heads(scope).toList();
    var tombstones = reader.tombstones(scope).toList();
    if (item.isEmpty() && !(heads.isEmpty() && tombstones.isEmpty())) {
      verification.found(ItemKey.scope(scope), "is missing, though the scope has resources");
    }
    heads.forEach(this::head);
    tombstones.forEach(this::tombstone);
    bothLiveAndDeleted(heads, tombstones);
    known(heads, tombstones);
    reader.reports(scope).forEach(verification::found);
    item.flatMap(StoredItem::readable)
        .ifPresent(entry -> state(item.get(), entry.state(), heads, tombstones));
  }

  private void head(StoredItem<Head> stored) {
    verification.found(stored);
    stored
        .readable()
        .ifPresent(head -> {
          if (stored.damage().isEmpty()) {
            verification.instant(head.firstSeenAt());
          }
          new ResourceCheck(reader, verification).head(scope, stored.key(), head);
        });
  }

  private void tombstone(StoredItem<Tombstone> stored) {
    verification.found(stored);
    stored
        .readable()
        .ifPresent(tombstone -> {
          if (stored.damage().isEmpty()) {
            verification.instant(tombstone.last().firstSeenAt());
          }
          new ResourceCheck(reader, verification).tombstone(scope, stored.key(), tombstone);
        });
  }

  private void bothLiveAndDeleted(
      List<StoredItem<Head>> heads, List<StoredItem<Tombstone>> tombstones) {
    var live = new HashSet<Arn>();
    heads.forEach(head -> head.readable().map(Head::arn).ifPresent(live::add));
    for (var stored : tombstones) {
      if (stored.readable().filter(gone -> live.contains(gone.last().arn())).isPresent()) {
        verification.found(stored.key(), "is the tombstone of a resource that has a head");
      }
    }
  }

  /** Each resource that was ever recorded has a head or a tombstone, and the reverse. */
  private void known(List<StoredItem<Head>> heads, List<StoredItem<Tombstone>> tombstones) {
    var missing = new TreeSet<Arn>();
    heads.forEach(head -> head.readable().map(Head::arn).ifPresent(missing::add));
    tombstones.forEach(
        gone -> gone.readable().map(Tombstone::last).map(Head::arn).ifPresent(missing::add));
    var ends =
        Stream.concat(heads.stream(), tombstones.stream())
            .map(StoredItem::key)
            .collect(Collectors.toSet());
    for (var stored : reader.known(scope).toList()) {
      verification.found(stored);
      var arn = stored.readable().filter(scope::holds);
      arn.ifPresent(missing::remove);
      arn.filter(known ->
              !ends.contains(ItemKey.head(scope, known))
                  && !ends.contains(ItemKey.tombstone(scope, known)))
          .ifPresent(this::withoutEnd);
    }
    for (var arn : missing) {
      verification.found(
          ItemKey.known(scope, arn), "is missing, though the resource has a head or tombstone");
    }
  }

  private void withoutEnd(Arn arn) {
    var check = new ResourceCheck(reader, verification);
    check.stray(scope, arn);
    if (!verification.covers(arn)) {
      verification.found(
          ItemKey.known(scope, arn), "is the only remaining item of the resource " + arn);
    }
  }

  private void state(
      StoredItem<ScopeEntry> item,
      ScopeState state,
      List<StoredItem<Head>> heads,
      List<StoredItem<Tombstone>> tombstones) {
    if (!state.scope().equals(scope)) {
      verification.found(item.key(), "belongs to another scope, " + state.scope());
      return;
    }
    state
        .lastCompleteAt()
        .ifPresent(at -> verification.notInFuture(item.key(), "lastCompleteAt", at));
    state
        .lastAttemptAt()
        .ifPresent(at -> verification.notInFuture(item.key(), "lastAttemptAt", at));
    if (item.damage().isEmpty()) {
      state.firstPlannedAt().ifPresent(verification::instant);
      state.firstListingAt().ifPresent(verification::instant);
    }
    if (heads.stream().anyMatch(head -> head.readable().isEmpty())
        || tombstones.stream().anyMatch(gone -> gone.readable().isEmpty())) {
      return;
    }
    counts(item.key(), state, heads, tombstones);
    if (!state.changeDays().equals(verification.changeDays())) {
      verification.found(
          item.key(),
          "its changeDays are %s, those of its revisions %s"
              .formatted(words(state.changeDays()), words(verification.changeDays())));
    }
    SortedMap<Arn, String> hashes = new TreeMap<>();
    heads.forEach(head -> hashes.put(head.value().arn(), head.value().contentHash()));
    state
        .digest()
        .ifPresentOrElse(
            digest -> digest(item.key(), digest, hashes),
            () -> verification.notCovered("%s: has no digest now".formatted(item.key())));
  }

  private static String words(Optional<ChangeDays> days) {
    return days.map(ChangeDays::toString).orElse("none");
  }

  /** Each transaction writes its generation to the heads and tombstones that it puts. */
  private void counts(
      ItemKey key,
      ScopeState state,
      List<StoredItem<Head>> heads,
      List<StoredItem<Tombstone>> tombstones) {
    var ends =
        Stream.concat(
                heads.stream().map(head -> new End(head.key(), head.value())),
                tombstones.stream().map(gone -> new End(gone.key(), gone.value().last())))
            .toList();
    var revisions = ends.stream().mapToLong(end -> end.state().revision()).sum();
    if (revisions != state.revisions()) {
      verification.found(
          key,
          "counts %d revisions, its heads and tombstones %d"
              .formatted(state.revisions(), revisions));
    }
    for (var end : ends) {
      if (end.state().generation() > state.generation()) {
        verification.found(end.key(), "its generation is above its scope's, " + state.generation());
      }
    }
    if (ends.stream().allMatch(end -> end.state().generation() < state.generation())
        && state.generation() > 0) {
      verification.found(key, "its generation is above that of all its heads and tombstones");
    }
  }

  /** A head or the last state in a tombstone, with the item's key. */
  private record End(ItemKey key, Head state) {}

  private void digest(ItemKey key, String digest, SortedMap<Arn, String> hashes) {
    if (!Digests.ofScope(hashes).equals(digest)) {
      verification.found(key, "its digest does not match its heads");
    }
  }
}
