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
 * Where everything is kept. All reads are strongly consistent. Every method may throw {@link
 * LedgerUnavailableException} when the store cannot be reached or refuses; {@link #record} only if
 * the batch was certainly not written. One ledger serves one sweep at a time, since it counts what
 * it consumes; it is not thread-safe.
 */
public interface Ledger {
  /** Reads what is known of a scope, {@link ScopeState#unknown} if nothing is: one read. */
  ScopeState scope(Scope scope);

  /** Reads all the heads of a scope. */
  SortedMap<Arn, Head> heads(Scope scope);

  /** Reads those tombstones of the given resources that exist. */
  Map<Arn, Tombstone> tombstones(Scope scope, Collection<Arn> arns);

  /**
   * Cuts recordings, in their order, into batches that each fit into one transaction, by the number
   * of items and by bytes.
   */
  List<List<ChangeSet>> batches(List<ChangeSet> recordings);

  /**
   * Records one batch in one transaction: the scope item's generation must be the given one and is
   * raised by one, its digest is removed, its count of revisions raised; each recording's own
   * conditions must hold. Repeated when it merely ran into another transaction.
   */
  Commit record(Scope scope, long generation, List<ChangeSet> batch);

  /**
   * Writes how a look ended: one update of the scope item, never the whole item. {@code detailed}
   * is only ever set, never taken back; firstLookAt is written once, with the first lastCompleteAt.
   * With a digest, the update is conditional on the generation; when that condition is lost, the
   * same is written without the digest.
   */
  void endLook(ObservationSummary end);

  /** Writes the drift items that do not exist yet; the others stay as they are. */
  void report(Collection<UnmodeledMember> drift, Instant seenAt);

  /** Keeps a sweep's report for a while. */
  void report(SweepReport report);

  /** What this ledger has consumed since it was made. */
  Consumed consumed();
}
