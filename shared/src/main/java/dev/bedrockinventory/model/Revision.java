package dev.bedrockinventory.model;

import java.time.Instant;
import java.util.List;

/**
 * One immutable entry of a resource's history.
 *
 * @param arn the resource
 * @param number from 1, without gaps, over deletions and returns
 * @param change the change kind
 * @param observedAt when the response was received, in milliseconds, never earlier than the
 *     previous revision's
 * @param document the document as stored: reduced if it does not fit into an item
 * @param fields what changed since the previous revision; empty unless UPDATED
 * @param proofs the proofs of a deletion
 * @param contentHash the digest of the full document
 * @param previousHash the chain hash of the previous revision, 64 zeros before the first
 * @param chainHash the digest of previousHash and all of the above
 */
public record Revision(
    Arn arn,
    long number,
    ChangeKind change,
    Instant observedAt,
    Document document,
    List<FieldChange> fields,
    Proofs proofs,
    String contentHash,
    String previousHash,
    String chainHash) {
  /** Copies the fields. */
  public Revision {
    fields = List.copyOf(fields);
  }

  /** Whether the stored document lacks members that the full one has. */
  public boolean isReduced() {
    return !document.digest().equals(contentHash);
  }
}
