package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.PendingJob;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The part of the ledger that only refreshes need: single heads, all tombstones, evidence and
 * pending import jobs. Reads are strongly consistent; failures are those of {@link Ledger}.
 */
public interface Journal extends Ledger {
  /** Reads the head of one resource, if it is alive. */
  Optional<Head> head(Scope scope, Arn arn);

  /** Reads all the tombstones of a scope. */
  SortedMap<Arn, Tombstone> tombstones(Scope scope);

  /** Saves evidence; saving it again has no effect. */
  void keep(Evidence evidence);

  /** Reads all the evidence of a resource, oldest first. */
  SortedSet<Evidence> evidence(Arn arn);

  /** Saves a pending job, or its next poll; an existing one is replaced. */
  void await(PendingJob job);

  /** Reads the pending jobs, in the order of their ARNs. */
  List<PendingJob> pendingJobs();

  /** Deletes a pending job; an unknown job has no effect. */
  void forget(Arn job);
}
