package dev.bedrockinventory.model;

/** What a revision says happened. */
public enum ChangeKind {
  /** Seen before the scope's first complete look ended, or older than it. */
  BASELINE,
  /** Appeared, or returned under the same ARN; of a system-defined profile: first seen. */
  CREATED,
  /** Its document changed. */
  UPDATED,
  /** Proved absent; the document is the last known one. */
  DELETED
}
