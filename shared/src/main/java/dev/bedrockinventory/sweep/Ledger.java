package dev.bedrockinventory.sweep;

import dev.bedrockinventory.change.ChangeSet;
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
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The store of scopes, heads, tombstones, revisions, evidence and reports. All reads are strongly
 * consistent. Every method may throw {@link LedgerUnavailableException} if the store cannot be
 * reached or refuses; {@link #record} only if the batch was certainly not written. A ledger serves
 * one sweep at a time, since it counts what it consumes; it is not thread-safe.
 */
public interface Ledger {
  /** Reads the state of a scope, {@link ScopeState#unknown} if there is none: one read. */
  ScopeState scope(Scope scope);

  /** Reads all the heads of a scope. */
  SortedMap<Arn, Head> heads(Scope scope);

  /** Reads those tombstones of the given resources that exist. */
  Map<Arn, Tombstone> tombstones(Scope scope, Collection<Arn> arns);

  /**
   * Splits changes, in order, into batches that each fit into one transaction, by the number of
   * items and by bytes.
   */
  List<List<ChangeSet>> batches(List<ChangeSet> recordings);

  /**
   * Records one batch in one transaction: the scope item's generation must be the given one and is
   * raised by one, its digest is removed, its count of revisions raised; the conditions of each
   * change must hold. A transaction conflict is retried.
   */
  Commit record(Scope scope, long generation, List<ChangeSet> batch);

  /**
   * Writes the outcome of an observation: one update of the scope item, never the whole item.
   * {@code detailed} is only ever set, never cleared; firstLookAt is written once, with the first
   * lastCompleteAt. With a digest, the update is conditional on the generation; if that condition
   * is lost, the same is written without the digest.
   */
  void endObservation(ObservationSummary end);

  /** Writes the items of unmodeled members that do not exist yet; others are not changed. */
  void report(Collection<UnmodeledMember> drift, Instant seenAt);

  /** Saves a sweep's report until it expires. */
  void report(SweepReport report);

  /** Reads the head of one resource, if it is alive. */
  Optional<Head> head(Scope scope, Arn arn);

  /** Reads all the tombstones of a scope. */
  SortedMap<Arn, Tombstone> tombstones(Scope scope);

  /** Saves evidence; saving it again has no effect. */
  void save(Evidence evidence);

  /** Reads all the evidence of a resource, oldest first. */
  SortedSet<Evidence> evidence(Arn arn);

  /** Saves a pending job, or its next poll; an existing one is replaced. */
  void savePendingJob(PendingJob job);

  /** Reads the pending jobs, in the order of their ARNs. */
  List<PendingJob> pendingJobs();

  /** Deletes a pending job; an unknown job has no effect. */
  void deletePendingJob(Arn job);

  /** The capacity that this ledger has consumed since it was created. */
  Consumed consumed();
}
