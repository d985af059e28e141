package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Scope;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a refresh needs of the ledger beside a sweep's needs: single heads, and the evidence. Reads
 * are strongly consistent; failures are those of {@link Ledger}.
 */
public interface Journal extends Ledger {
  /** Reads the head of one resource, if it is alive. */
  Optional<Head> head(Scope scope, Arn arn);

  /** Keeps evidence; kept again, it changes nothing. */
  void keep(Evidence evidence);

  /** Reads all the evidence of a resource, oldest first. */
  SortedSet<Evidence> evidence(Arn arn);
}
