package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Sha256;
import dev.bedrockinventory.model.UnmodeledMember;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The key of an item.
 *
 * @param pk the partition key
 * @param sk the sort key
 */
public record ItemKey(String pk, String sk) {
  static final String ATTEMPTS = "ATTEMPTS";
  static final String REFUSALS = "REFUSALS";
  static final String COPIES = "COPIES";
  static final String SCOPES = "SCOPES";
  static final String UNMODELED_MEMBERS = "DRIFT";
  static final String JOBS = "JOBS";
  static final String ACCOUNT_LISTS = "ORGANIZATION";
  static final String LEDGER = "LEDGER";

  /** The partition of the heartbeat, which the change feed counts. */
  public static final String HEARTBEATS = "HEARTBEATS";

  /** Behind every sort key that begins with an instant. */
  static final String AFTER_TIMES = ":";

  /** The prefix of the sort keys of revisions. */
  public static final String REVISION_PREFIX = "REVISION#";

  /** The prefix of the sort keys of evidence. */
  public static final String EVIDENCE_PREFIX = "EVENT#";

  /** The prefix of the sort keys of heads. */
  public static final String HEAD_PREFIX = "HEAD#";

  /** The prefix of the sort keys of tombstones. */
  public static final String TOMBSTONE_PREFIX = "GONE#";

  /** The prefix of the sort keys of the marks of resources that were ever recorded. */
  public static final String KNOWN_PREFIX = "KNOWN#";

  private static final String RESOURCES = "SCOPE#";

  /**
   * The maximum length of a member path in a key, in characters; a sort key has at most 1,024
   * bytes.
   */
  private static final int MOST_MEMBER_LETTERS = 200;

  /** The key of a scope item. */
  public static ItemKey scope(Scope scope) {
    return new ItemKey(SCOPES, scope.key());
  }

  /** The key of a head. */
  public static ItemKey head(Scope scope, Arn arn) {
    return head(scope, arn.id());
  }

  /** The key of the head of the resource with this id. */
  public static ItemKey head(Scope scope, String id) {
    return new ItemKey(members(scope), HEAD_PREFIX + id);
  }

  /** The key of a tombstone. */
  public static ItemKey tombstone(Scope scope, Arn arn) {
    return tombstone(scope, arn.id());
  }

  static ItemKey tombstone(Scope scope, String id) {
    return new ItemKey(members(scope), TOMBSTONE_PREFIX + id);
  }

  /** The key of the mark that a resource was ever recorded. */
  public static ItemKey known(Scope scope, Arn arn) {
    return known(scope, arn.id());
  }

  static ItemKey known(Scope scope, String id) {
    return new ItemKey(members(scope), KNOWN_PREFIX + id);
  }

  /** The key of a revision. */
  public static ItemKey revision(Arn arn, long number) {
    return new ItemKey(history(arn), revision(number));
  }

  /** The key of evidence. */
  public static ItemKey evidence(Evidence evidence) {
    return new ItemKey(history(evidence.arn()), evidence(evidence.at(), evidence.eventId()));
  }

  /** The key of a refused call among those of all resources: of a fixed length, sorts by time. */
  static ItemKey attempt(Evidence evidence) {
    var id = Sha256.of(evidence.eventId() + "#" + evidence.arn());
    return new ItemKey(ATTEMPTS, Instants.text(evidence.at()) + "#" + id);
  }

  /** The key of the count of the refused calls of a principal on a day: of a fixed length. */
  static ItemKey refusals(LocalDate day, String principal) {
    return new ItemKey(REFUSALS, day + "#" + Sha256.of(principal));
  }

  /**
   * The key of the creation of a copy among those of all sources: of a fixed length, sorts by
   * source and then by time.
   */
  static ItemKey copy(String source, Evidence creation) {
    var id = Sha256.of(creation.eventId() + "#" + creation.arn());
    return new ItemKey(COPIES, copiesOf(source) + Instants.text(creation.at()) + "#" + id);
  }

  /** The beginning of the sort keys of the copies of this source. */
  static String copiesOf(String source) {
    return Sha256.of(source) + "#";
  }

  /** The key of a pending job. */
  public static ItemKey pendingJob(Arn job) {
    return new ItemKey(JOBS, job.text());
  }

  /** The key of a route from a profile to a model. */
  public static ItemKey route(String modelId, Arn profile) {
    return new ItemKey(routes(modelId), profile.text());
  }

  /** The key of the report of the sweep that started at this time. */
  public static ItemKey report(Scope scope, Instant startedAt) {
    return new ItemKey(reports(scope), Instants.text(startedAt));
  }

  /** The key of the item of an unmodeled member. */
  public static ItemKey unmodeledMember(UnmodeledMember member) {
    return new ItemKey(UNMODELED_MEMBERS, memberSortKey(member));
  }

  /** The key of the list of the accounts of a part of the organization. */
  public static ItemKey accountList(String unit) {
    return new ItemKey(ACCOUNT_LISTS, unit);
  }

  /** The key of the version of the ledger's format. */
  static ItemKey format() {
    return new ItemKey(LEDGER, "FORMAT");
  }

  /** The key of the heartbeat of plans. */
  static ItemKey heartbeat() {
    return new ItemKey(HEARTBEATS, "PLAN");
  }

  /** The key as it appears in messages and reports. */
  @Override
  public String toString() {
    return pk + " / " + sk;
  }

  /** The scope whose item has this key; empty if it is not the key of a scope. */
  public Optional<Scope> findScope() {
    return pk.equals(SCOPES) ? scope(sk) : Optional.empty();
  }

  /**
   * The scope that a head, tombstone or known mark with this key belongs to; empty if no such item
   * can have it.
   */
  public Optional<Scope> findScopeOfResource() {
    return pk.startsWith(RESOURCES) ? scope(pk.substring(RESOURCES.length())) : Optional.empty();
  }

  /** Whether this is the sort key of a head. */
  public boolean isHead() {
    return sk.startsWith(HEAD_PREFIX);
  }

  /** Whether this is the sort key of a tombstone. */
  public boolean isTombstone() {
    return sk.startsWith(TOMBSTONE_PREFIX);
  }

  /** Whether this is the sort key of a known mark. */
  public boolean isKnown() {
    return sk.startsWith(KNOWN_PREFIX);
  }

  /** Whether this is the sort key of a revision or of evidence, which are written once. */
  public boolean isHistory() {
    return sk.startsWith(REVISION_PREFIX) || sk.startsWith(EVIDENCE_PREFIX);
  }

  /** The id of the resource that a head, tombstone or known mark belongs to. */
  public String resourceId() {
    return sk.substring(sk.indexOf('#') + 1);
  }

  /** The key attributes of the item. */
  public Map<String, AttributeValue> attributes() {
    return Map.of(
        TableLayout.PARTITION_KEY,
        AttributeValue.fromS(pk),
        TableLayout.SORT_KEY,
        AttributeValue.fromS(sk));
  }

  private static Optional<Scope> scope(String key) {
    var parts = key.split("#", -1);
    return parts.length == 3
        ? Kind.find(parts[2]).flatMap(kind -> Scope.find(parts[0], parts[1], kind))
        : Optional.empty();
  }

  /** The partition of a scope's heads and tombstones. */
  static String members(Scope scope) {
    return RESOURCES + scope.key();
  }

  /** The partition of a resource's revisions and of the evidence about it. */
  static String history(Arn arn) {
    return "RESOURCE#" + arn;
  }

  static String revision(long number) {
    return REVISION_PREFIX + digits(number);
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

  /** A path that is too long for a key is cut and made unique by its digest. */
  private static String memberSortKey(UnmodeledMember member) {
    var key = member.key();
    return key.length() <= MOST_MEMBER_LETTERS
        ? key
        : key.substring(0, MOST_MEMBER_LETTERS) + "…" + Sha256.of(key);
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
