package dev.bedrockinventory.sweep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.change.ChangeSets;
import dev.bedrockinventory.change.Differ;
import dev.bedrockinventory.model.Absence;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.normalize.DetailOverlay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads resources of one scope because events named them, and records the differences, in the order
 * of the checked model: the scope item, the heads and the tombstones are read before the resources;
 * after a lost condition they are read again, and the same reading may be recorded only over the
 * same head and tombstone. The events' evidence has been saved before. Several resources share the
 * reads of the ledger and a transaction.
 *
 * <p>A refresh is used by one thread; any number of sweeps and refreshes may run at the same time.
 */
public final class Refresh {
  private static final int MOST_ROUNDS = 12;

  private final Ledger ledger;
  private final Scope scope;
  private final RefreshReader reader;
  private final SortedMap<Arn, RefreshResult> results = new TreeMap<>();
  private final List<ChangeSet> unsettled = new ArrayList<>();

  private Refresh(Source source, Ledger ledger, Scope scope, Deadline deadline) {
    this.ledger = ledger;
    this.scope = scope;
    this.reader = new RefreshReader(source, ledger, scope, deadline);
  }

  /**
   * Refreshes resources of a scope.
   *
   * @param deadline when no further resource may be read: it is then Failed
   * @return the result of each, in the order of their ARNs
   * @throws LedgerUnavailableException if the ledger cannot be read or written
   */
  public static SortedMap<Arn, RefreshResult> run(
      Source source, Ledger ledger, Scope scope, Collection<Arn> arns, Deadline deadline) {
    var refresh = new Refresh(source, ledger, scope, deadline);
    try {
      refresh.run(arns);
    } catch (DamagedScopeException e) {
      var failure = Failures.damaged(Optional.empty(), String.valueOf(e.getMessage()));
      arns.forEach(arn -> refresh.results.putIfAbsent(arn, new RefreshResult.LeftOut(failure)));
    }
    return refresh.results;
  }

  private void run(Collection<Arn> arns) {
    var pending = new TreeSet<>(arns);
    for (var round = 0; !pending.isEmpty() && round < MOST_ROUNDS; round++) {
      if (round > 0) {
        ledger.backOff(round);
      }
      attempt(pending);
      pending.removeAll(results.keySet());
    }
    pending.forEach(arn ->
        results.put(
            arn,
            new RefreshResult.Failed(
                new Failure(
                    Reason.UNAVAILABLE,
                    "TransactWriteItems",
                    Optional.of(arn),
                    "other writers updated the resource's scope at the same time; the message is"
                        + " retried"))));
  }

  private void attempt(Collection<Arn> pending) {
    var items = new ScopeItems(ledger, ledger.scope(scope));
    items.read(pending);
    unsettled.stream().filter(items::have).forEach(this::recorded);
    unsettled.clear();
    if (!isConsistent(items, pending)) {
      return;
    }
    var changes = new ArrayList<ChangeSet>();
    for (var arn : pending) {
      var damage = Optional.ofNullable(items.damaged().get(arn.id()));
      if (damage.isPresent()) {
        results.put(
            arn, new RefreshResult.LeftOut(Failures.damaged(Optional.of(arn), damage.get())));
      } else if (!results.containsKey(arn)) {
        decide(
                items.state(),
                arn,
                Optional.ofNullable(items.heads().get(arn)),
                Optional.ofNullable(items.tombstones().get(arn)))
            .ifPresent(changes::add);
      }
    }
    write(items, changes);
  }

  private void write(ScopeItems items, List<ChangeSet> changes) {
    for (var batch : ledger.batches(changes)) {
      switch (ledger.record(items.state(), batch)) {
        case Commit.Recorded(var after) -> {
          items.recorded(after, batch);
          batch.forEach(this::recorded);
        }
        case Commit.Unknown _ -> {
          unsettled.addAll(batch);
          return;
        }
        case Commit.Lost(var reason, var resources) -> {
          if (items.contradictEachOther(resources)) {
            resources.forEach(arn -> results.put(arn, Failures.contradiction(arn, reason)));
          }
          return;
        }
      }
    }
  }

  private static boolean isConsistent(ScopeItems items, Collection<Arn> arns) {
    return switch (items.order(arns)) {
      case ScopeItems.Order.Consistent _ -> true;
      case ScopeItems.Order.Overtaken _ -> false;
      case ScopeItems.Order.Behind _ ->
          throw new DamagedScopeException(
              "the scope item is of an earlier generation than its heads or tombstones");
    };
  }

  private void recorded(ChangeSet change) {
    var revision = change.revision();
    results.put(revision.arn(), new RefreshResult.Recorded(revision.change()));
  }

  private Optional<ChangeSet> decide(
      ScopeState state, Arn arn, Optional<Head> head, Optional<Tombstone> tombstone) {
    var change =
        switch (reader.read(arn, head, tombstone)) {
          case ReadResult.Failed<ObservedResource>(var failure) -> {
            results.put(arn, new RefreshResult.Failed(failure));
            yield Optional.<ChangeSet>empty();
          }
          case ReadResult.NotFound<ObservedResource>(var absence) ->
              head.flatMap(last -> deletion(last, absence));
          case ReadResult.Found<ObservedResource> found ->
              found(state, head, tombstone, found.value());
        };
    if (change.isEmpty()) {
      results.putIfAbsent(arn, new RefreshResult.Unchanged());
    }
    return change;
  }

  private Optional<ChangeSet> found(
      ScopeState state,
      Optional<Head> head,
      Optional<Tombstone> tombstone,
      ObservedResource resource) {
    var tree = GetOnlyMembers.leftOut(ledger, state, resource.document().tree());
    if (head.isPresent()) {
      return update(head.get(), resource, tree);
    }
    var seen = new ObservedResource(resource.arn(), Document.of(tree), resource.answeredAt());
    return tombstone.isPresent()
        ? tombstone.filter(this::wasCreatedAgain).map(gone -> ChangeSets.returned(gone, seen))
        : Optional.of(ChangeSets.first(state, seen));
  }

  /**
   * A response may be older than the deletion, if an event came late or twice. Without a successful
   * creation since, the next sweep decides.
   */
  private boolean wasCreatedAgain(Tombstone tombstone) {
    var deletedAt = tombstone.deletedAt().truncatedTo(ChronoUnit.SECONDS);
    return ledger
        .newestEvidence(tombstone.last().arn())
        .takeWhile(evidence -> !evidence.at().isBefore(deletedAt))
        .anyMatch(evidence -> evidence.isCreation() && evidence.isSuccessful());
  }

  /**
   * Members that only the list returns are kept, since Get never returns them. If the head is
   * stored reduced, the next listing decides.
   */
  private static Optional<ChangeSet> update(Head head, ObservedResource resource, ObjectNode tree) {
    var known = head.document().tree();
    known.remove(Document.TAGS);
    tree.remove(Document.TAGS);
    var document =
        Document.of(DetailOverlay.overlay(known, tree)).withTags(resource.document().tags());
    return head.isReduced() || !Differ.differs(head, document)
        ? Optional.empty()
        : Optional.of(
            ChangeSets.updated(
                head, new ObservedResource(head.arn(), document, resource.answeredAt())));
  }

  /** Without a successful delete event of this ARN the next sweep decides. */
  private Optional<ChangeSet> deletion(Head head, Absence absence) {
    return ledger
        .newestEvidence(head.arn())
        .filter(evidence -> evidence.isDeletion() && evidence.isSuccessful())
        .findFirst()
        .map(event -> ChangeSets.deleted(head, Proofs.ofEvent(event, absence), absence));
  }
}
