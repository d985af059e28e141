package dev.bedrockinventory.sweep;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.change.Digests;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.sweep.ObservationSummary.StoredDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Records the changes that a comparison finds, one transaction after another. After a lost
 * condition or an unknown outcome it reads the scope item, then the heads and tombstones, and
 * compares again.
 */
final class ChangeWriter {
  /** The maximum number of comparisons; each repetition means that another writer was faster. */
  private static final int MOST_ROUNDS = 8;

  /** The number of changes that are decided, which may need API calls, before they are written. */
  private static final int SLICE = 100;

  private final Ledger ledger;
  private final Comparison comparison;
  private final Map<String, ChangeKind> recorded = new HashMap<>();
  private final List<ChangeSet> unsettled = new ArrayList<>();
  private final SortedMap<Arn, String> contradicted = new TreeMap<>();
  private final List<Failure> failures = new ArrayList<>();
  private final SortedMap<Arn, String> hashes = new TreeMap<>();
  private final Set<Arn> blamed = new HashSet<>();
  private String why = "";

  ChangeWriter(Ledger ledger, Comparison comparison) {
    this.ledger = ledger;
    this.comparison = comparison;
  }

  /**
   * Records all changes.
   *
   * @return the digest of the heads as now recorded; empty if the comparisons were used up or the
   *     scope item contradicts the heads, which is a failure
   */
  Optional<StoredDigest> record(ScopeState beginning) {
    var state = beginning;
    for (var round = 0; ; round++) {
      blamed.clear();
      var heads = ledger.heads(state.scope());
      var tombstones = ledger.tombstones(state.scope(), arnsOfTombstones(heads));
      settle(heads, tombstones);
      if (round == MOST_ROUNDS) {
        return failed(
            "other writers updated this scope at the same time; the next sweep records the rest: "
                + why);
      }
      var newest = newest(heads, tombstones);
      if (newest <= state.generation()) {
        var generation = write(state, heads, tombstones);
        if (generation.isPresent()) {
          return Optional.of(new StoredDigest(Digests.ofScope(hashes), generation.getAsLong()));
        }
      }
      var now = ledger.scope(state.scope());
      if (now.generation() < newest) {
        return failed(
            "the scope item has generation %d, but heads or tombstones have %d; run verify and restore the item"
                .formatted(now.generation(), newest));
      }
      if (now.generation() == state.generation()) {
        blamed.forEach(arn -> contradicted.putIfAbsent(arn, why));
      }
      state = now;
    }
  }

  /** The number of recorded revisions for each change kind. */
  Map<ChangeKind, Integer> changes() {
    var counts = new EnumMap<ChangeKind, Integer>(ChangeKind.class);
    for (var change : ChangeKind.values()) {
      counts.put(change, Collections.frequency(recorded.values(), change));
    }
    return counts;
  }

  /** The changes that could not be recorded. */
  List<Failure> failures() {
    var all = new ArrayList<>(failures);
    contradicted.forEach((arn, contradiction) ->
        all.add(
            failure(
                Optional.of(arn),
                "its items contradict each other: %s; run verify".formatted(contradiction))));
    return all;
  }

  /** The generation after the last transaction; empty if one was lost or has an unknown outcome. */
  private OptionalLong write(
      ScopeState state, SortedMap<Arn, Head> heads, Map<Arn, Tombstone> tombstones) {
    hashes.clear();
    heads.forEach((arn, head) -> hashes.put(arn, head.contentHash()));
    var decided =
        comparison
            .decide(state, heads, tombstones)
            .filter(recording -> !contradicted.containsKey(recording.revision().arn()))
            .iterator();
    var generation = state.generation();
    while (decided.hasNext()) {
      for (var batch : ledger.batches(next(decided))) {
        switch (ledger.record(state.scope(), generation, batch)) {
          case Commit.Recorded(var raised) -> {
            generation = raised;
            batch.forEach(this::recorded);
          }
          case Commit.Lost lost -> {
            why = lost.why();
            blamed.addAll(lost.resources());
            return OptionalLong.empty();
          }
          case Commit.Unknown unknown -> {
            why = unknown.why();
            unsettled.addAll(batch);
            return OptionalLong.empty();
          }
        }
      }
    }
    return OptionalLong.of(generation);
  }

  private static List<ChangeSet> next(Iterator<ChangeSet> decided) {
    var slice = new ArrayList<ChangeSet>();
    while (slice.size() < SLICE && decided.hasNext()) {
      slice.add(decided.next());
    }
    return slice;
  }

  private Set<Arn> arnsOfTombstones(SortedMap<Arn, Head> heads) {
    var arns = new TreeSet<>(comparison.withoutHead(heads));
    unsettled.stream()
        .map(recording -> recording.revision().arn())
        .filter(arn -> !heads.containsKey(arn))
        .forEach(arns::add);
    return arns;
  }

  private static long newest(SortedMap<Arn, Head> heads, Map<Arn, Tombstone> tombstones) {
    return Stream.concat(heads.values().stream(), tombstones.values().stream().map(Tombstone::last))
        .mapToLong(Head::generation)
        .max()
        .orElse(0);
  }

  /** Counts changes with an unknown outcome that were written: their chain hash is the last one. */
  private void settle(SortedMap<Arn, Head> heads, Map<Arn, Tombstone> tombstones) {
    for (var recording : unsettled) {
      var arn = recording.revision().arn();
      Optional.ofNullable(heads.get(arn))
          .or(() -> Optional.ofNullable(tombstones.get(arn)).map(Tombstone::last))
          .filter(last -> last.chainHash().equals(recording.revision().chainHash()))
          .ifPresent(last -> count(recording));
    }
  }

  private void recorded(ChangeSet recording) {
    var revision = recording.revision();
    if (revision.change() == ChangeKind.DELETED) {
      hashes.remove(revision.arn());
    } else {
      hashes.put(revision.arn(), revision.contentHash());
    }
    count(recording);
  }

  private void count(ChangeSet recording) {
    recorded.put(recording.revision().chainHash(), recording.revision().change());
  }

  private Optional<StoredDigest> failed(String message) {
    failures.add(failure(Optional.empty(), "the scope was not recorded completely: " + message));
    return Optional.empty();
  }

  private static Failure failure(Optional<Arn> resource, String message) {
    return new Failure(Reason.UNAVAILABLE, "TransactWriteItems", resource, message);
  }
}
