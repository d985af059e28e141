package dev.bedrockinventory.ledger;

import java.util.List;
import java.util.stream.Stream;

/** The layout of the ledger's items: keys, index, and the names of the attributes. */
public final class TableLayout {
  /** The partition key, a string. */
  public static final String PARTITION_KEY = "pk";

  /** The sort key, a string. */
  public static final String SORT_KEY = "sk";

  /** The index of all changes except BASELINE; only revisions have its keys. */
  public static final String CHANGES = "changes";

  /** The index's partition key, a day in UTC: {@code yyyy-mm-dd}. */
  public static final String CHANGE_DAY = "changeDay";

  /** The index's sort key: {@code <instant>#<arn>#<revision, ten digits>}. */
  public static final String CHANGE_KEY = "changeKey";

  /** When DynamoDB may delete an item, in epoch seconds; only sweep reports have it. */
  public static final String EXPIRES_AT = "expiresAt";

  static final String ARN = "arn";
  static final String CHAIN_HASH = "chainHash";

  /** The change kind of a revision. */
  public static final String CHANGE = "change";

  static final String CHANGE_DAYS = "changeDays";
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
  static final String FIRST_LISTING_AT = "firstLookAt";
  static final String FIRST_PLANNED_AT = "firstPlannedAt";
  static final String FIRST_SEEN_AT = "firstSeenAt";
  static final String GENERATION = "generation";
  static final String LAST_ATTEMPT_AT = "lastAttemptAt";
  static final String LAST_COMPLETE_AT = "lastCompleteAt";
  static final String LAST_UNSUPPORTED_AT = "lastUnsupportedAt";
  static final String MILLIS = "millis";

  /** When a revision was observed. */
  public static final String OBSERVED_AT = "observedAt";

  static final String OMISSIONS = "omissions";
  static final String OUTCOME = "outcome";
  static final String PREVIOUS_HASH = "previousHash";
  static final String PROBED = "probed";
  static final String PROOFS = "proofs";
  static final String REASON = "reason";
  static final String PLANNED_AT = "plannedAt";
  static final String REGIONS = "regions";
  static final String REVISION = "revision";
  static final String REVISIONS = "revisions";
  static final String CHECKSUM = "seal";
  static final String SEEN = "seen";
  static final String UNPLANNED_AT = "unplannedAt";
  static final String VERSION = "version";

  /** The attributes in the index besides the keys: all of a revision except its document. */
  public static final List<String> CHANGES_ATTRIBUTES =
      List.of(CHANGE, OBSERVED_AT, FIELDS, PROOFS, CONTENT_HASH, PREVIOUS_HASH, CHAIN_HASH);

  /** All attributes of a revision in that index, with its keys. */
  public static final List<String> CHANGES_PROJECTION =
      Stream.concat(
              Stream.of(PARTITION_KEY, SORT_KEY, CHANGE_DAY, CHANGE_KEY),
              CHANGES_ATTRIBUTES.stream())
          .toList();

  private TableLayout() {}
}
