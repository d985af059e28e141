package dev.bedrockinventory.infra.config;

import dev.bedrockinventory.settings.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A key of the context in {@code cdk.json}.
 *
 * @param key the name
 * @param form whether a value is valid
 * @param expected the valid values, as the object of "set it to"
 */
record ContextKey(String key, Predicate<String> form, String expected) {
  /**
   * The name of the stack. The path of the target parameters begins with it, and it is the value of
   * the metrics' dimension. The names of two roles contain it and the region, and a role's name has
   * at most 64 characters. Systems Manager reserves paths that begin with aws or ssm, in any case.
   */
  static final ContextKey STACK =
      matching(
          "stack",
          "(?!(?i:aws|ssm))[A-Za-z][A-Za-z0-9-]{2,39}",
          "3 to 40 letters, digits or hyphens, a letter first, not beginning with aws or ssm");

  /** The region to deploy to. */
  static final ContextKey REGION =
      new ContextKey(
          "region",
          DeployableRegions::isKnown,
          "'here' for the CDK's default region, or a region code that the CDK knows");

  /** How often all scopes are swept. */
  static final ContextKey SCHEDULE =
      new ContextKey("schedule", Schedule::isValid, Schedule.EXPECTED);

  /** Whether SnapStart is enabled. */
  static final ContextKey SNAP_START =
      matching("snapStart", "true|false", "true, or false in a region without SnapStart");

  /** The maximum number of concurrent sweeps. */
  static final ContextKey SWEEP_CONCURRENCY =
      matching(
          "sweepConcurrency",
          "[2-9]|[1-9][0-9]{1,2}|1000",
          "a whole number from 2 to 1000, the limits of Lambda");

  /** The maximum number of functions that process events at the same time. */
  static final ContextKey REFRESH_CONCURRENCY =
      matching(
          "refreshConcurrency",
          "[2-9]|[1-9][0-9]{1,2}|1000",
          "a whole number from 2 to 1000, the limits of Lambda");

  /** The maximum rate of Bedrock calls for each account and region. */
  static final ContextKey CALLS_PER_SECOND = of("callsPerSecond", Variable.CALLS_PER_SECOND);

  /**
   * The external id that the roles of other accounts may require. The parameter of the member stack
   * is a list of them, separated by commas.
   */
  static final ContextKey EXTERNAL_ID =
      new ContextKey(
          "externalId",
          value -> Variable.EXTERNAL_ID.accepts(value) && !value.contains(","),
          "2 to 1224 letters, digits or any of +=.@:/-");

  /** The AWS organization whose accounts may send events and may be read. */
  static final ContextKey ORGANIZATION =
      matching(
          "organization",
          MemberAccess.NONE + "|o-[a-z0-9]{10,32}",
          "'none', or the id of the organization whose accounts send events, such as o-a1b2c3d4e5");

  /** The other accounts that may be read without an organization. */
  static final ContextKey MEMBER_ACCOUNTS =
      new ContextKey("memberAccounts", MemberAccess::isAccounts, MemberAccess.EXPECTED_ACCOUNTS);

  /** Whether the stack is protected from deletion. */
  static final ContextKey TERMINATION_PROTECTION =
      matching("terminationProtection", "true|false", "true or false");

  /** The table of the ledger. */
  static final ContextKey TABLE =
      new ContextKey("table", TableSource::isValid, TableSource.EXPECTED);

  /** The key that encrypts the data at rest. */
  static final ContextKey ENCRYPTION_KEY =
      new ContextKey("encryptionKey", EncryptionKey::isValid, EncryptionKey.EXPECTED);

  /** How long logs are retained. */
  static final ContextKey LOG_RETENTION_DAYS =
      new ContextKey(
          "logRetentionDays", LogRetention::isRetention, "one of " + LogRetention.expected());

  /** The number of deletions within an hour in one account that raises an alarm. */
  static final ContextKey MASS_DELETION =
      matching("massDeletion", "[1-9][0-9]{0,5}", "a whole number from 1 to 999999");

  /** How many scopes may be stale without an alarm. */
  static final ContextKey STALE_SCOPES = number("staleScopes");

  /** Which share of the scopes may be stale without an alarm. */
  static final ContextKey STALE_SHARE = percent("staleShare");

  /** How many scopes may be newly refused without an alarm. */
  static final ContextKey NEWLY_REFUSED = number("newlyRefused");

  /** How old a complete observation may be without an alarm, in hours. */
  static final ContextKey OLDEST_HOURS =
      matching("oldestHours", "[1-9][0-9]{0,3}", "a whole number of hours from 1 to 9999");

  /** Which share of the targets may be removed within a day without an alarm. */
  static final ContextKey TARGETS_LOST = percent("targetsLost");

  /** Which share of a day's changes may lack an event without an alarm. */
  static final ContextKey WITHOUT_AUTHOR = percent("changesWithoutAuthor");

  /** Who is notified of changes. */
  static final ContextKey NOTIFY =
      new ContextKey("notify", Notifications::isValid, Notifications.EXPECTED);

  /** Of which changes. */
  static final ContextKey NOTIFY_FILTER =
      new ContextKey("notifyFilter", Notifications::isFilter, Notifications.EXPECTED_FILTER);

  /** All keys; each must have a value. */
  static final List<ContextKey> ALL =
      List.of(
          STACK,
          REGION,
          SCHEDULE,
          SNAP_START,
          SWEEP_CONCURRENCY,
          REFRESH_CONCURRENCY,
          CALLS_PER_SECOND,
          EXTERNAL_ID,
          ORGANIZATION,
          MEMBER_ACCOUNTS,
          TERMINATION_PROTECTION,
          TABLE,
          ENCRYPTION_KEY,
          LOG_RETENTION_DAYS,
          MASS_DELETION,
          STALE_SCOPES,
          STALE_SHARE,
          NEWLY_REFUSED,
          OLDEST_HOURS,
          TARGETS_LOST,
          WITHOUT_AUTHOR,
          NOTIFY,
          NOTIFY_FILTER);

  /** The problems of a context; empty if it is valid. */
  static String problems(Map<ContextKey, String> context) {
    return ALL.stream()
        .flatMap(key -> key.problem(Optional.ofNullable(context.get(key))).stream())
        .collect(Collectors.joining("; "));
  }

  private Optional<String> problem(Optional<String> value) {
    if (value.filter(form).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        "context key '%s' %s; set it to %s"
            .formatted(key, value.map(text -> "is '" + text + "'").orElse("is missing"), expected));
  }

  private static ContextKey matching(String key, String pattern, String expected) {
    return new ContextKey(key, value -> value.matches(pattern), expected);
  }

  private static ContextKey number(String key) {
    return matching(key, "0|[1-9][0-9]{0,5}", "a whole number from 0 to 999999");
  }

  private static ContextKey percent(String key) {
    return matching(key, "[0-9]|[1-9][0-9]|100", "a whole number of percent from 0 to 100");
  }

  /** A key whose value is passed to the functions in an environment variable. */
  private static ContextKey of(String key, Variable variable) {
    return new ContextKey(key, variable::accepts, variable.expected());
  }
}
