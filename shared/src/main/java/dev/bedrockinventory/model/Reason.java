package dev.bedrockinventory.model;

/** The reason of a failed read. A failure is never an absence. */
public enum Reason {
  /** The API refused the caller: permissions, or credentials that have expired. */
  DENIED,
  /** The API throttled the call and all its retries. */
  THROTTLED,
  /** Amazon Bedrock, or this part of it, does not exist in the region. */
  UNSUPPORTED,
  /** No usable response: a server error, a dropped connection, a host that does not resolve. */
  UNAVAILABLE,
  /** The response does not match the API. */
  MALFORMED,
  /** The clock differs from that of AWS by more than five minutes: nothing may be recorded. */
  CLOCK,
  /** An item of the ledger is not as it was written, so that it is not believed. */
  DAMAGED
}
