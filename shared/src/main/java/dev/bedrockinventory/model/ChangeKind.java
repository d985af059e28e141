package dev.bedrockinventory.model;

/** What a revision records. */
public enum ChangeKind {
  /** Existed before the scope's first complete observation. */
  BASELINE,
  /** Appeared, or returned under the same ARN; of a system-defined profile: first seen. */
  CREATED,
  /** Its document changed. */
  UPDATED,
  /** Proved absent; the document is the last known one. */
  DELETED
}
