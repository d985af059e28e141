package dev.bedrockinventory.verify;

import dev.bedrockinventory.change.Digests;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.RepairWriter;
import dev.bedrockinventory.ledger.Rewrite;
import dev.bedrockinventory.ledger.ScopeEntry;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One attempt to repair a scope: reads everything, then writes resource by resource. */
final class ScopeRepair {
  /** A transaction has at most 100 items; each writes the scope item and the head too. */
  private static final int MOST_REWRITES = 98;

  private final LedgerReader reader;
  private final Scope scope;
  private final Repair.Mode mode;
  private final VerificationState verification;
  private final List<Finding> unrepaired = new ArrayList<>();
  private final List<ResourceRepair> resources = new ArrayList<>();
  private final Optional<StoredItem<ScopeEntry>> item;

  /** The newest generation of an intact head or tombstone, also of a damaged chain. */
  private final Optional<Long> ends;

  private final long revisions;

  ScopeRepair(LedgerReader reader, Scope scope, Repair.Mode mode, Instant now) {
    this.reader = reader;
    this.scope = scope;
    this.mode = mode;
    this.verification = new VerificationState(now);
    this.item = reader.findScope(scope);
    this.ends =
        Stream.concat(
                reader.heads(scope).flatMap(head -> head.intact().stream()),
                reader
                    .tombstones(scope)
                    .flatMap(gone -> gone.intact().stream())
                    .map(Tombstone::last))
            .map(Head::generation)
            .max(Comparator.naturalOrder());
    named().forEach(this::read);
    this.revisions = count();
  }

  /** Damaged chains cannot be counted; and only the count shows that a history was removed. */
  private long count() {
    var chains = resources.stream().mapToLong(ResourceRepair::revisions).sum();
    var counted = item.flatMap(StoredItem::intact).map(entry -> entry.state().revisions());
    if (mode.recount() || counted.filter(count -> count > chains).isEmpty()) {
      return chains;
    }
    if (unrepaired.isEmpty()) {
      unrepaired.add(
          new Finding(
              ItemKey.scope(scope),
              "counts %d revisions, but the chains have %d: a history may have been removed; if"
                      .formatted(counted.get(), chains)
                  + " you know why, use --recount"));
    }
    return counted.get();
  }

  /** What cannot be repaired, and why. */
  List<Finding> unrepaired() {
    return unrepaired;
  }

  /** The items to repair, with what will be done. */
  List<RepairResult.Repaired> plan() {
    var plan = new ArrayList<RepairResult.Repaired>();
    for (var resource : resources) {
      if (resource.isEndWrong()) {
        plan.add(repaired(resource.end(0)));
      }
      resource.others().forEach(other -> plan.add(repaired(other)));
    }
    if (isScopeWrong()) {
      plan.add(new RepairResult.Repaired(ItemKey.scope(scope), "rebuilt from the chains"));
    }
    return plan;
  }

  /** Writes all; returns false if another writer changed the scope meanwhile. */
  boolean write(RepairWriter writer) {
    var wrong = resources.stream().filter(one -> one.isEndWrong() || !one.others().isEmpty());
    var pending = new ArrayList<>(wrong.toList());
    if (pending.isEmpty() && isScopeWrong()) {
      pending.add(resources.getFirst());
    }
    var before = item;
    var generation = generation();
    for (var resource : pending) {
      for (var from = 0; from == 0 || from < resource.others().size(); from += MOST_REWRITES) {
        generation++;
        var others = resource.others();
        var part = others.subList(from, Math.min(others.size(), from + MOST_REWRITES));
        var rewrites = Stream.concat(Stream.of(resource.end(generation)), part.stream()).toList();
        var written = entry(generation);
        if (!writer.write(before, written, rewrites)) {
          return false;
        }
        before = reader.findScope(scope);
        if (!isUnchanged(before, written)) {
          return false;
        }
      }
    }
    return true;
  }

  /** What another writer has committed since must not be written over. */
  private static boolean isUnchanged(Optional<StoredItem<ScopeEntry>> stored, ScopeEntry written) {
    return stored
        .flatMap(StoredItem::intact)
        .map(ScopeEntry::state)
        .filter(state -> state.generation() == written.state().generation())
        .filter(state -> state.lastAttemptAt().equals(written.state().lastAttemptAt()))
        .isPresent();
  }

  private RepairResult.Repaired repaired(Rewrite rewrite) {
    var how = rewrite instanceof Rewrite.Removal ? "removed" : "rebuilt from the chain";
    return new RepairResult.Repaired(rewrite.key(scope), how);
  }

  /** The ARNs of the resources by id; a damaged item may name another's. */
  private SortedMap<String, List<Arn>> named() {
    var named = new TreeMap<String, List<Arn>>();
    Stream.of(reader.known(scope), reader.heads(scope), reader.tombstones(scope))
        .flatMap(items -> items)
        .forEach(stored -> {
          var arns = named.computeIfAbsent(stored.key().resourceId(), _ -> new ArrayList<>());
          stored
              .arn()
              .filter(arn -> scope.holds(arn) && arn.id().equals(stored.key().resourceId()))
              .filter(arn -> !arns.contains(arn))
              .ifPresent(arns::add);
        });
    return named;
  }

  private void read(String id, List<Arn> arns) {
    var arn = arns.stream().filter(one -> reader.findLastRevision(one).isPresent()).findFirst();
    if (arn.isEmpty()) {
      unrepaired.add(
          new Finding(
              ItemKey.head(scope, id), "is of a resource without revisions: its history is gone"));
      return;
    }
    var own = verification.another();
    ResourceRepair.of(reader, scope, arn.get(), own, mode)
        .ifPresentOrElse(resources::add, () -> unrepaired.addAll(own.findings()));
    verification.add(own);
  }

  private boolean isScopeWrong() {
    var state = item.flatMap(StoredItem::intact).map(ScopeEntry::state);
    if (resources.isEmpty()) {
      return false;
    }
    return state
        .filter(known -> known.revisions() == revisions)
        .filter(known -> known.changeDays().equals(verification.changeDays()))
        .filter(known -> !unrepaired.isEmpty() || isOfAllResources(known))
        .isEmpty();
  }

  private boolean isOfAllResources(ScopeState known) {
    return known.digest().filter(digest -> !digest.equals(digest())).isEmpty()
        && newest().filter(at -> at == known.generation()).isPresent();
  }

  private String digest() {
    var hashes = new TreeMap<Arn, String>();
    resources.forEach(one -> one.contentHash().ifPresent(hash -> hashes.put(one.arn(), hash)));
    return Digests.ofScope(hashes);
  }

  /** The newest generation of a head or tombstone that is right. */
  private Optional<Long> newest() {
    return resources.stream()
        .flatMap(resource -> resource.generation().stream())
        .max(Comparator.naturalOrder());
  }

  /** Above every one that a writer may have read, also if the scope item's was lowered. */
  private long generation() {
    var known = item.flatMap(StoredItem::readable).map(entry -> entry.state().generation());
    return Stream.of(known, newest(), ends, Optional.of(revisions))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private ScopeEntry believed() {
    return item.flatMap(StoredItem::intact).orElseGet(() -> RepairWriter.believable(scope, item));
  }

  /** An item below its heads was lost, and then created again by a sweep that recorded nothing. */
  private boolean isBelieved() {
    return item.flatMap(StoredItem::intact)
        .filter(entry -> ends.filter(at -> at > entry.state().generation()).isEmpty())
        .isPresent();
  }

  private ScopeEntry entry(long generation) {
    var began =
        isBelieved()
            ? Optional.<Instant>empty()
            : resources.stream()
                .map(one -> one.first().observedAt())
                .min(Comparator.naturalOrder());
    var believed = believed();
    return new ScopeEntry(
        believed.state().repaired(generation, revisions, verification.changeDays(), began),
        believed.lastObservation(),
        believed.unplannedAt());
  }
}
