package dev.bedrockinventory.sweep;

import dev.bedrockinventory.change.Digests;
import dev.bedrockinventory.change.Recording;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.sweep.LookEnd.StoredDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Records what a comparison decides, one transaction after the other. A lost condition or an
 * unknown outcome makes it read the scope item, then the heads and tombstones, and decide again.
 */
final class Recordings {
  /** How often it is decided before the sweep gives up; each time others must have written. */
  private static final int MOST_ROUNDS = 8;

  private final Ledger ledger;
  private final Comparison comparison;
  private final Map<String, ChangeKind> recorded = new HashMap<>();
  private final List<Recording> unsettled = new ArrayList<>();

  Recordings(Ledger ledger, Comparison comparison) {
    this.ledger = ledger;
    this.comparison = comparison;
  }

  /**
   * Records until nothing is left to record.
   *
   * @return the digest of the heads as now recorded; empty if the rounds were used up
   */
  Optional<StoredDigest> record(ScopeState beginning) {
    var state = beginning;
    for (var round = 0; ; round++) {
      var heads = ledger.heads(state.scope());
      var tombstones = ledger.tombstones(state.scope(), arnsOfTombstones(heads));
      settle(heads, tombstones);
      if (round == MOST_ROUNDS) {
        return Optional.empty();
      }
      var recordings = comparison.decide(state, heads, tombstones);
      var generation = write(state, recordings);
      if (generation.isPresent()) {
        return Optional.of(new StoredDigest(digest(heads, recordings), generation.getAsLong()));
      }
      state = ledger.scope(state.scope());
    }
  }

  /** How many revisions were recorded, every change kind present. */
  Map<ChangeKind, Integer> changes() {
    var counts = new EnumMap<ChangeKind, Integer>(ChangeKind.class);
    for (var change : ChangeKind.values()) {
      counts.put(change, Collections.frequency(recorded.values(), change));
    }
    return counts;
  }

  /** The generation after all is recorded; empty if something was lost or has no known outcome. */
  private OptionalLong write(ScopeState state, List<Recording> recordings) {
    var generation = state.generation();
    for (var batch : ledger.batches(recordings)) {
      switch (ledger.record(state.scope(), generation, batch)) {
        case Commit.Recorded(var raised) -> {
          generation = raised;
          batch.forEach(this::count);
        }
        case Commit.Lost(var why) -> {
          return OptionalLong.empty();
        }
        case Commit.Unknown(var why) -> {
          unsettled.addAll(batch);
          return OptionalLong.empty();
        }
      }
    }
    return OptionalLong.of(generation);
  }

  private Set<Arn> arnsOfTombstones(SortedMap<Arn, Head> heads) {
    var arns = new TreeSet<>(comparison.withoutHead(heads));
    unsettled.stream()
        .map(recording -> recording.revision().arn())
        .filter(arn -> !heads.containsKey(arn))
        .forEach(arns::add);
    return arns;
  }

  /** Counts what was written although its outcome was unknown: its chain hash is the last one. */
  private void settle(SortedMap<Arn, Head> heads, Map<Arn, Tombstone> tombstones) {
    for (var recording : unsettled) {
      var arn = recording.revision().arn();
      Optional.ofNullable(heads.get(arn))
          .or(() -> Optional.ofNullable(tombstones.get(arn)).map(Tombstone::last))
          .filter(last -> last.chainHash().equals(recording.revision().chainHash()))
          .ifPresent(last -> count(recording));
    }
  }

  private void count(Recording recording) {
    recorded.put(recording.revision().chainHash(), recording.revision().change());
  }

  private static String digest(SortedMap<Arn, Head> heads, List<Recording> recordings) {
    var hashes = new TreeMap<Arn, String>();
    heads.forEach((arn, head) -> hashes.put(arn, head.contentHash()));
    for (var recording : recordings) {
      var revision = recording.revision();
      if (revision.change() == ChangeKind.DELETED) {
        hashes.remove(revision.arn());
      } else {
        hashes.put(revision.arn(), revision.contentHash());
      }
    }
    return Digests.ofScope(hashes);
  }
}
