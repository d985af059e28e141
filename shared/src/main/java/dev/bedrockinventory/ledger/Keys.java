package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Sha256;
import dev.bedrockinventory.model.UnmodeledMember;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Encodes partition keys, sort keys and the index's keys. */
final class Keys {
  static final String SCOPES = "SCOPES";
  static final String DRIFT = "DRIFT";
  static final String JOBS = "JOBS";
  static final String EVIDENCE_PREFIX = "EVENT#";
  static final String HEAD_PREFIX = "HEAD#";
  static final String TOMBSTONE_PREFIX = "GONE#";
  static final String KNOWN_PREFIX = "KNOWN#";

  /** The maximum length of a member path in a key, in characters; a sort key holds 1,024 bytes. */
  private static final int MOST_DRIFT = 200;

  private Keys() {}

  /** The partition of a scope's heads and tombstones. */
  static String members(Scope scope) {
    return "SCOPE#" + scope.key();
  }

  /** The partition of a resource's revisions and of the evidence about it. */
  static String history(Arn arn) {
    return "RESOURCE#" + arn;
  }

  static String revision(long number) {
    return TableLayout.REVISION_PREFIX + digits(number);
  }

  /** Sorts by time; the id distinguishes the events of one second. */
  static String evidence(Instant at, String eventId) {
    return EVIDENCE_PREFIX + Instants.text(at) + "#" + eventId;
  }

  /** The partition of the routes to a model. */
  static String routes(String modelId) {
    return "MODEL#" + modelId;
  }

  /** The partition of a scope's sweep reports. */
  static String reports(Scope scope) {
    return "SWEEPS#" + scope.key();
  }

  /** Member names are the API's: one too long for a key is truncated, and its digest appended. */
  static String drift(UnmodeledMember drift) {
    var key = drift.key();
    return key.length() <= MOST_DRIFT ? key : key.substring(0, MOST_DRIFT) + "…" + Sha256.of(key);
  }

  static String changeDay(Instant observedAt) {
    return LocalDate.ofInstant(observedAt, ZoneOffset.UTC).toString();
  }

  static String changeKey(Arn arn, long number, Instant observedAt) {
    return Instants.text(observedAt) + "#" + arn + "#" + digits(number);
  }

  private static String digits(long number) {
    return String.format(Locale.ROOT, "%010d", number);
  }

  /** A key as DynamoDB attributes. */
  static Map<String, AttributeValue> attributes(ItemKey key) {
    return Map.of(
        TableLayout.PARTITION_KEY,
        AttributeValue.fromS(key.pk()),
        TableLayout.SORT_KEY,
        AttributeValue.fromS(key.sk()));
  }
}
