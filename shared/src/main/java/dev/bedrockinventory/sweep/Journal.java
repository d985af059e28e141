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
 * What a refresh needs of the ledger beside a sweep's needs: single heads, all tombstones, the
 * evidence, and the jobs whose ends no event tells. Reads are strongly consistent; failures are
 * those of {@link Ledger}.
 */
public interface Journal extends Ledger {
  /** Reads the head of one resource, if it is alive. */
  Optional<Head> head(Scope scope, Arn arn);

  /** Reads all the tombstones of a scope. */
  SortedMap<Arn, Tombstone> tombstones(Scope scope);

  /** Keeps evidence; kept again, it changes nothing. */
  void keep(Evidence evidence);

  /** Reads all the evidence of a resource, oldest first. */
  SortedSet<Evidence> evidence(Arn arn);

  /** Keeps a job whose end is awaited, or its next poll; one that is kept already is replaced. */
  void await(PendingJob job);

  /** Reads the jobs whose ends are awaited, in the order of their ARNs. */
  List<PendingJob> pendingJobs();

  /** Forgets a job that has ended, or was awaited long enough; an unknown one changes nothing. */
  void forget(Arn job);
}
