package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Revision;
import java.time.Instant;
import java.util.List;

/**
 * A revision in the index of all changes, without its document.
 *
 * @param arn the resource
 * @param number the revision's number
 * @param change the change kind
 * @param observedAt when it was observed
 * @param fields what changed since the previous revision
 * @param proofs the proofs of a deletion
 * @param contentHash the digest of the full document
 * @param previousHash the chain hash of the previous revision
 * @param chainHash the revision's chain hash
 */
public record ChangeEntry(
    Arn arn,
    long number,
    ChangeKind change,
    Instant observedAt,
    List<FieldChange> fields,
    Proofs proofs,
    String contentHash,
    String previousHash,
    String chainHash) {
  /** Copies the fields. */
  public ChangeEntry {
    fields = List.copyOf(fields);
  }

  /** The entry of a revision. */
  public static ChangeEntry of(Revision revision) {
    return new ChangeEntry(
        revision.arn(),
        revision.number(),
        revision.change(),
        revision.observedAt(),
        revision.fields(),
        revision.proofs(),
        revision.contentHash(),
        revision.previousHash(),
        revision.chainHash());
  }

  /** The keys alone. */
  public ChangeKey keys() {
    return new ChangeKey(arn, number, change, observedAt);
  }

  /** {@code <instant>#<arn>#<revision, ten digits>}: unique in the ledger, and sorts by time. */
  public String key() {
    return keys().text();
  }
}
