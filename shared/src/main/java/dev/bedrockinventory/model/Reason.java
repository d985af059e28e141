package dev.bedrockinventory.model;

/** Why looking failed. A failure is never an absence. */
public enum Reason {
  /** The API refused the caller: permissions, or credentials that have expired. */
  DENIED,
  /** The API asked to slow down, and still did after every retry. */
  THROTTLED,
  /** Amazon Bedrock, or this part of it, does not exist in the region. */
  UNSUPPORTED,
  /** No usable answer came: a server error, a dropped connection, a host that does not resolve. */
  UNAVAILABLE,
  /** An answer came that is not what the API's contract says. */
  MALFORMED
}
