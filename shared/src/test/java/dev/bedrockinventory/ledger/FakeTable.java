package dev.bedrockinventory.ledger;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.PendingJob;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.sweep.Commit;
import dev.bedrockinventory.sweep.ObservationSummary;
import dev.bedrockinventory.sweep.SweepReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The store of fake ledgers: the items as values, and the conditions of writes. */
final class FakeTable {
  final SortedMap<Scope, ScopeEntry> scopes = new TreeMap<>();
  final SortedMap<Arn, Head> heads = new TreeMap<>();
  final Set<Arn> damagedHeads = new TreeSet<>();
  final SortedMap<Arn, Tombstone> tombstones = new TreeMap<>();
  final SortedMap<Arn, List<Revision>> revisions = new TreeMap<>();
  final SortedMap<String, Route> routes = new TreeMap<>();
  final SortedMap<String, UnmodeledMemberEntry> drift = new TreeMap<>();
  final SortedSet<Evidence> evidence =
      new TreeSet<>(Comparator.comparing(Evidence::arn).thenComparing(Evidence::eventId));
  final SortedMap<Arn, PendingJob> jobs = new TreeMap<>();
  final List<SweepReport> reports = new ArrayList<>();

  /** Another table with the same items. */
  FakeTable copy() {
    var copy = new FakeTable();
    copy.scopes.putAll(scopes);
    copy.heads.putAll(heads);
    copy.damagedHeads.addAll(damagedHeads);
    copy.tombstones.putAll(tombstones);
    copy.revisions.putAll(revisions);
    copy.routes.putAll(routes);
    copy.drift.putAll(drift);
    copy.evidence.addAll(evidence);
    copy.jobs.putAll(jobs);
    copy.reports.addAll(reports);
    return copy;
  }

  /** A transaction as sent; its conditions are checked when it arrives. */
  record Transaction(ScopeState state, List<ChangeSet> batch) {
    Scope scope() {
      return state.scope();
    }

    long generation() {
      return state.generation();
    }
  }

  ScopeState state(Scope scope) {
    return Optional.ofNullable(scopes.get(scope))
        .map(ScopeEntry::state)
        .orElseGet(() -> ScopeState.unknown(scope));
  }

  /** The condition that fails, if one does. */
  Optional<Commit.Lost> lost(Transaction transaction) {
    var state = state(transaction.scope());
    if (state.generation() != transaction.generation()) {
      return Optional.of(
          new Commit.Lost("the scope's generation is " + state.generation(), Set.of()));
    }
    return transaction.batch().stream().flatMap(one -> lost(state, one).stream()).findFirst();
  }

  private Optional<Commit.Lost> lost(ScopeState state, ChangeSet changeSet) {
    var arn = changeSet.revision().arn();
    var basisHolds =
        !(changeSet instanceof ChangeSet.First(var revision, var basis))
            || (basis == ChangeSet.Basis.AFTER_FIRST_LISTING) == state.firstListingAt().isPresent();
    if (!basisHolds) {
      return Optional.of(
          new Commit.Lost("the scope's first complete listing is not as presumed", Set.of()));
    }
    if (history(arn).stream().anyMatch(old -> old.number() == changeSet.revision().number())) {
      return lost("the revision exists: ", arn);
    }
    var head = Optional.ofNullable(heads.get(arn));
    var tombstone = Optional.ofNullable(tombstones.get(arn)).map(Tombstone::last);
    var isReturn = changeSet instanceof ChangeSet.Returned;
    if (!number(head).equals(number(isReturn ? Optional.empty() : changeSet.last()))) {
      return lost("the head is another one: ", arn);
    }
    var tombstoneHolds =
        switch (changeSet) {
          case ChangeSet.First _, ChangeSet.Updated _ -> true;
          case ChangeSet.Deleted _ -> tombstone.isEmpty();
          case ChangeSet.Returned _ -> number(tombstone).equals(number(changeSet.last()));
        };
    return tombstoneHolds ? Optional.empty() : lost("the tombstone is another one: ", arn);
  }

  private static Optional<Commit.Lost> lost(String why, Arn arn) {
    return Optional.of(new Commit.Lost(why + arn, Set.of(arn)));
  }

  private static Optional<Long> number(Optional<Head> head) {
    return head.map(Head::revision);
  }

  List<Revision> history(Arn arn) {
    return revisions.getOrDefault(arn, List.of());
  }

  /** Writes a transaction whose conditions hold; returns the scope's state after it. */
  ScopeState write(Transaction transaction) {
    var changes =
        transaction.batch().stream()
            .map(ChangeSet::revision)
            .filter(revision -> revision.change() != ChangeKind.BASELINE)
            .map(Revision::observedAt)
            .toList();
    var state = state(transaction.scope()).after(transaction.batch().size(), changes);
    var figures =
        Optional.ofNullable(scopes.get(transaction.scope())).flatMap(ScopeEntry::lastObservation);
    scopes.put(transaction.scope(), new ScopeEntry(state, figures, Optional.empty()));
    transaction.batch().forEach(changeSet -> write(changeSet, state.generation()));
    return state;
  }

  private void write(ChangeSet changeSet, long generation) {
    var arn = changeSet.revision().arn();
    var history = new ArrayList<>(history(arn));
    history.add(changeSet.revision());
    revisions.put(arn, List.copyOf(history));
    heads.remove(arn);
    if (changeSet instanceof ChangeSet.Returned) {
      tombstones.remove(arn);
    }
    var after = changeSet.after(generation);
    if (changeSet instanceof ChangeSet.Deleted) {
      tombstones.put(arn, new Tombstone(after, after.changedAt()));
    } else {
      heads.put(arn, after);
    }
    changeSet.removedRoutes().forEach(route -> routes.remove(key(route)));
    changeSet.putRoutes().forEach(route -> routes.put(key(route), route));
  }

  private static String key(Route route) {
    return route.modelId() + " " + route.profile();
  }

  void write(ObservationSummary end) {
    var old = state(end.scope());
    var complete = end.outcome() == Outcome.COMPLETE;
    var digest =
        end.digest()
            .filter(stored -> stored.generation() == old.generation())
            .map(ObservationSummary.StoredDigest::digest);
    var state =
        new ScopeState(
            old.scope(),
            old.generation(),
            old.revisions(),
            digest.or(old::digest),
            old.changeDays(),
            old.firstPlannedAt(),
            end.listed()
                ? old.firstListingAt().or(() -> Optional.of(end.startedAt()))
                : old.firstListingAt(),
            complete ? Optional.of(end.endedAt()) : old.lastCompleteAt(),
            Optional.of(end.endedAt()),
            end.isUnsupported() ? Optional.of(end.endedAt()) : old.lastUnsupportedAt(),
            Optional.of(end.outcome()),
            end.reason(),
            end.probed().or(old::probed),
            end.detailed() || old.detailed(),
            end.driftDigest().or(old::driftDigest));
    scopes.put(end.scope(), new ScopeEntry(state, Optional.of(figures(end)), Optional.empty()));
  }

  private static ScopeEntry.Figures figures(ObservationSummary end) {
    return new ScopeEntry.Figures(
        end.seen(),
        end.failures(),
        end.omissions(),
        end.calls(),
        Duration.between(end.startedAt(), end.endedAt()).toMillis());
  }

  SortedMap<Arn, Head> headsOf(Scope scope) {
    var found = new TreeMap<>(heads);
    found.keySet().removeIf(arn -> !scope.holds(arn));
    return found;
  }

  SortedMap<Arn, Tombstone> tombstonesOf(Scope scope) {
    var found = new TreeMap<>(tombstones);
    found.keySet().removeIf(arn -> !scope.holds(arn));
    return found;
  }
}
