package dev.bedrockinventory.model;

import java.time.Instant;

/**
 * The latest known state of a live resource.
 *
 * @param arn the resource
 * @param revision the number of its last revision
 * @param generation the scope's generation that the last revision was recorded at
 * @param contentHash the digest of the full document
 * @param chainHash the last revision's chain hash
 * @param firstSeenAt when its first revision was observed
 * @param changedAt when its last revision was observed
 * @param document the document as stored
 */
public record Head(
    Arn arn,
    long revision,
    long generation,
    String contentHash,
    String chainHash,
    Instant firstSeenAt,
    Instant changedAt,
    Document document) {
  /** Whether the stored document lacks members that the full one has. */
  public boolean isReduced() {
    return !document.digest().equals(contentHash);
  }

  /** The head after a revision; its generation is that of the transaction that records it. */
  public static Head after(Revision revision, Instant firstSeenAt, long generation) {
    return new Head(
        revision.arn(),
        revision.number(),
        generation,
        revision.contentHash(),
        revision.chainHash(),
        firstSeenAt,
        revision.observedAt(),
        revision.document());
  }
}
