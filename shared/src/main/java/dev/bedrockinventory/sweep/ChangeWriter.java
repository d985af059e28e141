package dev.bedrockinventory.sweep;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.change.Digests;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.sweep.ObservationSummary.StoredDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Records the changes that a comparison finds, slice by slice. The confirmations of a slice, which
 * are slow, come before the scope item is read that its transactions check. After a lost condition
 * or an unknown outcome the scope item is read again, then the heads and tombstones of what is
 * still pending, and the same observation is compared again, after a pause that grows while nothing
 * can be recorded.
 */
final class ChangeWriter {
  /** The number of resources that are compared before their changes are written. */
  private static final int SLICE = 100;

  /** How many times in a row nothing may be recorded: minutes of pauses. */
  private static final int MOST_RETRIES = 100;

  private final Ledger ledger;
  private final Comparison comparison;
  private final Confirmations confirmations;
  private final Deadline deadline;
  private final ScopeItems items;
  private final SortedMap<Arn, String> contradicted = new TreeMap<>();
  private final Map<String, ChangeKind> recorded = new HashMap<>();
  private final List<ChangeSet> unsettled = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();

  /** Whether no other writer has changed the scope since its heads were read. */
  private boolean alone = true;

  private int retries;
  private String why = "";

  ChangeWriter(
      Ledger ledger,
      ScopeState beginning,
      Comparison comparison,
      Confirmations confirmations,
      Deadline deadline) {
    this.ledger = ledger;
    this.items = new ScopeItems(ledger, beginning);
    this.comparison = comparison;
    this.confirmations = confirmations;
    this.deadline = deadline;
  }

  /**
   * Records all changes.
   *
   * @return the digest of the heads as now recorded; empty if they are not known exactly, because
   *     others wrote meanwhile, an item is damaged, or the time is up
   */
  Optional<StoredDigest> record() {
    try {
      compare();
    } catch (DamagedScopeException e) {
      failures.add(Failures.damaged(Optional.empty(), String.valueOf(e.getMessage())));
    }
    return alone && items.damaged().isEmpty() && failures.isEmpty() && unsettled.isEmpty()
        ? Optional.of(new StoredDigest(digest(), items.state().generation()))
        : Optional.empty();
  }

  private void compare() {
    items.readHeads();
    var live = items.heads().keySet();
    items.readTombstones(comparison.idsWithoutHead(live));
    alone = isConsistent(live);
    var pending = new ArrayDeque<>(comparison.candidates(items.heads()));
    while (!pending.isEmpty() && failures.isEmpty()) {
      recordSlice(next(pending));
    }
  }

  /** Whether every change was written, except those of damaged items. */
  boolean hasEnded() {
    return failures.isEmpty();
  }

  /** The number of recorded revisions for each change kind. */
  Map<ChangeKind, Integer> changes() {
    var counts = new EnumMap<ChangeKind, Integer>(ChangeKind.class);
    for (var change : ChangeKind.values()) {
      counts.put(change, Collections.frequency(recorded.values(), change));
    }
    return counts;
  }

  /** The changes that could not be recorded, and the damaged items. */
  List<Failure> failures() {
    var all = new ArrayList<>(failures);
    items.damaged().values().forEach(damage -> all.add(Failures.damaged(Optional.empty(), damage)));
    contradicted.forEach((arn, contradiction) ->
        all.add(
            Failures.damaged(
                Optional.of(arn), "its items contradict each other: " + contradiction)));
    return all;
  }

  private static List<Arn> next(Deque<Arn> pending) {
    var slice = new ArrayList<Arn>();
    while (slice.size() < SLICE && !pending.isEmpty()) {
      slice.add(pending.remove());
    }
    return slice;
  }

  private void recordSlice(List<Arn> slice) {
    if (!alone) {
      readAgain(slice);
    }
    while (!attempt(slice) && failures.isEmpty()) {
      readAgain(slice);
    }
  }

  /** Compares and writes a slice; returns whether nothing of it is left to record. */
  private boolean attempt(List<Arn> slice) {
    if (deadline.isOver()) {
      return failed("the time is up");
    }
    if (!isConsistent(slice)) {
      return false;
    }
    var before = confirmations.count();
    var changes = slice.stream().flatMap(arn -> decide(arn).stream()).toList();
    if (deadline.isOver()) {
      return failed("the time is up");
    }
    if (confirmations.count() > before && items.hasMovedOn()) {
      return false;
    }
    for (var batch : ledger.batches(changes)) {
      if (deadline.isOver()) {
        return failed("the time is up");
      }
      if (!write(batch)) {
        return false;
      }
    }
    return true;
  }

  private Optional<ChangeSet> decide(Arn arn) {
    return items.damaged().containsKey(arn.id()) || contradicted.containsKey(arn)
        ? Optional.empty()
        : comparison.decide(items.state(), arn, items.heads(), items.tombstones());
  }

  private boolean write(List<ChangeSet> batch) {
    switch (ledger.record(items.state(), batch)) {
      case Commit.Recorded(var after) -> {
        items.recorded(after, batch);
        retries = 0;
        batch.forEach(this::count);
        return true;
      }
      case Commit.Lost(var reason, var resources) -> lost(reason, resources);
      case Commit.Unknown(var reason) -> {
        why = reason;
        unsettled.addAll(batch);
      }
    }
    if (++retries > MOST_RETRIES) {
      failed("other writers updated this scope at the same time: " + why);
    } else {
      ledger.backOff(retries);
    }
    return false;
  }

  private void lost(String reason, Set<Arn> resources) {
    why = reason;
    if (items.contradictEachOther(resources)) {
      resources.forEach(arn -> contradicted.putIfAbsent(arn, reason));
    }
  }

  /** Reads the scope item, then the heads and tombstones of the slice. */
  private void readAgain(Collection<Arn> slice) {
    alone = false;
    var arns = new TreeSet<>(slice);
    unsettled.forEach(change -> arns.add(change.revision().arn()));
    items.readAgain(arns);
    unsettled.stream().filter(items::have).forEach(this::count);
    unsettled.clear();
  }

  private boolean isConsistent(Collection<Arn> slice) {
    return switch (items.order(slice)) {
      case ScopeItems.Order.Consistent _ -> true;
      case ScopeItems.Order.Overtaken _ -> false;
      case ScopeItems.Order.Behind(var generation, var newest) ->
          failed(
              "the scope item has generation %d, but heads or tombstones have %d; run verify"
                  .formatted(generation, newest));
    };
  }

  private void count(ChangeSet change) {
    recorded.put(change.revision().chainHash(), change.revision().change());
  }

  private String digest() {
    var hashes = new TreeMap<Arn, String>();
    items.heads().forEach((arn, head) -> hashes.put(arn, head.contentHash()));
    return Digests.ofScope(hashes);
  }

  private boolean failed(String message) {
    failures.add(
        new Failure(
            Reason.UNAVAILABLE,
            "TransactWriteItems",
            Optional.empty(),
            "the scope was not recorded completely; the next sweep records the rest: " + message));
    return false;
  }
}
