package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
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

/**
 * The name of one item of the table.
 *
 * @param pk the partition key
 * @param sk the sort key
 */
public record ItemKey(String pk, String sk) {
  static final String SCOPES = "SCOPES";
  static final String DRIFT = "DRIFT";
  static final String JOBS = "JOBS";
  static final String EVIDENCE_PREFIX = "EVENT#";
  static final String HEAD_PREFIX = "HEAD#";
  static final String TOMBSTONE_PREFIX = "GONE#";
  static final String KNOWN_PREFIX = "KNOWN#";

  /** The most characters of a drift's key that are spelled out; a sort key holds 1,024 bytes. */
  private static final int MOST_DRIFT = 200;

  /** The name of a scope's item. */
  public static ItemKey scope(Scope scope) {
    return new ItemKey(SCOPES, scope.key());
  }

  /** The name of the head of a live resource. */
  public static ItemKey head(Scope scope, Arn arn) {
    return new ItemKey(members(scope), HEAD_PREFIX + arn.id());
  }

  /** The name of the tombstone of a deleted resource. */
  public static ItemKey tombstone(Scope scope, Arn arn) {
    return new ItemKey(members(scope), TOMBSTONE_PREFIX + arn.id());
  }

  /** The name of what says that a resource was ever recorded. */
  public static ItemKey known(Scope scope, Arn arn) {
    return new ItemKey(members(scope), KNOWN_PREFIX + arn.id());
  }

  /** The name of one revision of a resource. */
  public static ItemKey revision(Arn arn, long number) {
    return new ItemKey(history(arn), revision(number));
  }

  /** The name of evidence about a resource. */
  public static ItemKey evidence(Evidence evidence) {
    return new ItemKey(history(evidence.arn()), evidence(evidence.at(), evidence.eventId()));
  }

  /** The name of a job whose end is awaited. */
  public static ItemKey pendingJob(Arn job) {
    return new ItemKey(JOBS, job.text());
  }

  /** The name of the route from a profile to a model. */
  public static ItemKey route(String modelId, Arn profile) {
    return new ItemKey(routes(modelId), profile.text());
  }

  /** The name of the report of the sweep that began at this instant. */
  public static ItemKey report(Scope scope, Instant startedAt) {
    return new ItemKey(reports(scope), Instants.text(startedAt));
  }

  /** The name of a drift item. */
  public static ItemKey drift(UnmodeledMember drift) {
    return new ItemKey(DRIFT, driftSortKey(drift));
  }

  /** The name as messages and reports write it. */
  @Override
  public String toString() {
    return pk + " / " + sk;
  }

  /** The key attributes of the item. */
  Map<String, AttributeValue> attributes() {
    return Map.of(
        TableLayout.PARTITION_KEY,
        AttributeValue.fromS(pk),
        TableLayout.SORT_KEY,
        AttributeValue.fromS(sk));
  }

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

  /** Sorts by time; the id tells the events of one second apart. */
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

  /** Member names are the API's: one too long for a key is cut, and told apart by its digest. */
  private static String driftSortKey(UnmodeledMember drift) {
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
}
