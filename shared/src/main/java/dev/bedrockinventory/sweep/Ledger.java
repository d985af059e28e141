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
import java.util.stream.Stream;

/**
 * The store of scopes, heads, tombstones, revisions, evidence and reports. All reads are strongly
 * consistent. Every method may throw {@link LedgerUnavailableException} if the store cannot be
 * reached or refuses; {@link #record} only if the batch was certainly not written. A ledger serves
 * one sweep at a time, since it counts what it consumes; it is not thread-safe.
 */
public interface Ledger {
  /**
   * Reads the state of a scope, {@link ScopeState#unknown} if there is none: one read.
   *
   * @throws DamagedScopeException if its item is damaged
   */
  ScopeState scope(Scope scope);

  /** Reads all the heads of a scope. */
  Items<Head> heads(Scope scope);

  /** Reads those heads of the resources with the given ids that exist. */
  Items<Head> heads(Scope scope, Collection<String> ids);

  /** Reads all the tombstones of a scope. */
  Items<Tombstone> tombstones(Scope scope);

  /** Reads those tombstones of the resources with the given ids that exist. */
  Items<Tombstone> tombstones(Scope scope, Collection<String> ids);

  /**
   * Splits changes, in order, into batches that each fit into one transaction, by the number of
   * items and by bytes.
   */
  List<List<ChangeSet>> batches(List<ChangeSet> recordings);

  /**
   * Records one batch in one transaction: the scope item's generation must be the state's and is
   * raised by one, its digest is removed, its count of revisions raised; the conditions of each
   * change must hold. A transaction conflict is retried.
   */
  Commit record(ScopeState state, List<ChangeSet> batch);

  /**
   * Waits before the scope is read again because others wrote: growing, and a random part.
   *
   * @param retry how many times in a row nothing could be recorded, from 1
   */
  void backOff(int retry);

  /**
   * Writes the outcome of an observation: one update of the scope item, never the whole item.
   * {@code detailed} is only ever set, never cleared; firstListingAt is written once, with the
   * first complete listing. With a digest, the update is conditional on the generation; if that
   * condition is lost, the same is written without the digest.
   */
  void endObservation(ObservationSummary end);

  /** Writes the items of unmodeled members that do not exist yet; others are not changed. */
  void report(Collection<UnmodeledMember> drift, Instant seenAt);

  /** Reads the unmodeled members that have been reported, of all scopes. */
  List<UnmodeledMember> unmodeledMembers();

  /** Saves a sweep's report until it expires. */
  void report(SweepReport report);

  /** Saves evidence; saving it again has no effect. */
  void save(Evidence evidence);

  /** The evidence of a resource, newest first, read in pages while the stream is consumed. */
  Stream<Evidence> newestEvidence(Arn arn);

  /** Saves a pending job, or its next poll; an existing one is replaced. */
  void savePendingJob(PendingJob job);

  /** Reads the pending jobs, in the order of their ARNs. */
  List<PendingJob> pendingJobs();

  /** Deletes a pending job; an unknown job has no effect. */
  void deletePendingJob(Arn job);

  /** The capacity that this ledger has consumed since it was created. */
  Consumed consumed();
}
