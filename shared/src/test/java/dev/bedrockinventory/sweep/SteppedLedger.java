package dev.bedrockinventory.sweep;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.ledger.FakeLedger;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.PendingJob;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.model.UnmodeledMember;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A ledger whose every call is a step of its own. */
record SteppedLedger(FakeLedger ledger, Runnable step) implements Ledger {
  @Override
  public ScopeState scope(Scope scope) {
    step.run();
    return ledger.scope(scope);
  }

  @Override
  public Items<Head> heads(Scope scope) {
    step.run();
    return ledger.heads(scope);
  }

  @Override
  public Items<Head> heads(Scope scope, Collection<String> ids) {
    step.run();
    return ledger.heads(scope, ids);
  }

  @Override
  public Items<Tombstone> tombstones(Scope scope) {
    step.run();
    return ledger.tombstones(scope);
  }

  @Override
  public Items<Tombstone> tombstones(Scope scope, Collection<String> ids) {
    step.run();
    return ledger.tombstones(scope, ids);
  }

  @Override
  public List<List<ChangeSet>> batches(List<ChangeSet> recordings) {
    return recordings.stream().map(List::of).toList();
  }

  @Override
  public Commit record(ScopeState state, List<ChangeSet> batch) {
    step.run();
    return ledger.record(state, batch);
  }

  /** No step: nothing else is seen of it. */
  @Override
  public void backOff(int retry) {}

  @Override
  public List<UnmodeledMember> unmodeledMembers() {
    step.run();
    return ledger.unmodeledMembers();
  }

  @Override
  public void endObservation(ObservationSummary end) {
    step.run();
    ledger.endObservation(end);
  }

  @Override
  public void report(Collection<UnmodeledMember> drift, Instant seenAt) {
    step.run();
    ledger.report(drift, seenAt);
  }

  @Override
  public void report(SweepReport report) {
    step.run();
    ledger.report(report);
  }

  @Override
  public void save(Evidence evidence) {
    step.run();
    ledger.save(evidence);
  }

  /** No step: evidence is only ever added, before its refresh begins, and no sweep reads it. */
  @Override
  public Stream<Evidence> newestEvidence(Arn arn) {
    return ledger.newestEvidence(arn);
  }

  @Override
  public void savePendingJob(PendingJob job) {
    step.run();
    ledger.savePendingJob(job);
  }

  @Override
  public List<PendingJob> pendingJobs() {
    step.run();
    return ledger.pendingJobs();
  }

  @Override
  public void deletePendingJob(Arn job) {
    step.run();
    ledger.deletePendingJob(job);
  }

  @Override
  public Consumed consumed() {
    return ledger.consumed();
  }
}
