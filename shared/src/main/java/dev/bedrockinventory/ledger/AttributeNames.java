package dev.bedrockinventory.ledger;

/** The attribute names that more than one class of this package uses. */
final class AttributeNames {
  static final String ARN = "arn";
  static final String CHAIN_HASH = "chainHash";
  static final String CHANGE = "change";
  static final String CHANGED_AT = "changedAt";
  static final String CONTENT_HASH = "contentHash";
  static final String DELETED_AT = "deletedAt";
  static final String DETAILED = "detailed";
  static final String DIGEST = "digest";
  static final String DOCUMENT = "document";
  static final String DRIFT_DIGEST = "driftDigest";
  static final String CALLS = "calls";
  static final String FAILURES = "failures";
  static final String FIELDS = "fields";
  static final String FIRST_LOOK_AT = "firstLookAt";
  static final String FIRST_PLANNED_AT = "firstPlannedAt";
  static final String FIRST_SEEN_AT = "firstSeenAt";
  static final String GENERATION = "generation";
  static final String LAST_ATTEMPT_AT = "lastAttemptAt";
  static final String LAST_COMPLETE_AT = "lastCompleteAt";
  static final String LAST_UNSUPPORTED_AT = "lastUnsupportedAt";
  static final String MILLIS = "millis";
  static final String OBSERVED_AT = "observedAt";
  static final String OMISSIONS = "omissions";
  static final String OUTCOME = "outcome";
  static final String PREVIOUS_HASH = "previousHash";
  static final String PROBED = "probed";
  static final String PROOFS = "proofs";
  static final String REASON = "reason";
  static final String REGIONS = "regions";
  static final String REVISION = "revision";
  static final String REVISIONS = "revisions";
  static final String SEAL = "seal";
  static final String SEEN = "seen";

  private AttributeNames() {}
}
