package dev.bedrockinventory.sweep;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.model.UnmodeledMember;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The store of scopes, heads, tombstones, revisions and reports. All reads are strongly consistent.
 * Every method may throw {@link LedgerUnavailableException} if the store cannot be reached or
 * refuses; {@link #record} only if the batch was certainly not written. A ledger serves one sweep
 * at a time, since it counts what it consumes; it is not thread-safe.
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

  /** The capacity that this ledger has consumed since it was created. */
  Consumed consumed();
}
