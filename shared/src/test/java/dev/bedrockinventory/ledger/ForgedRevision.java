package dev.bedrockinventory.ledger;

import dev.bedrockinventory.change.Chain;
import dev.bedrockinventory.model.Revision;

/** Writes a revision over a stored one, as somebody with write access to the table could. */
public final class ForgedRevision {
  private ForgedRevision() {}

  /** Puts the revision with the chain hash that fits. */
  public static void put(MemoryStore table, Revision revision) {
    table.put(new RevisionItem().encode(hashed(revision)));
  }

  private static Revision hashed(Revision revision) {
    return new Revision(
        revision.arn(),
        revision.number(),
        revision.change(),
        revision.observedAt(),
        revision.document(),
        revision.fields(),
        revision.proofs(),
        revision.contentHash(),
        revision.previousHash(),
        Chain.hash(revision));
  }
}
