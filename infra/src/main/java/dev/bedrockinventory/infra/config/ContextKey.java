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
 * @param key its name
 * @param form which values are well formed
 * @param expected what a value must be, as the object of "set it to"
 */
public record ContextKey(String key, Predicate<String> form, String expected) {
  /**
   * The stack's name, which also begins the targets' path and is the metrics' dimension. Systems
   * Manager keeps paths that begin with aws or ssm, in any case, to itself.
   */
  public static final ContextKey STACK =
      matching(
          "stack",
          "(?!(?i:aws|ssm))[A-Za-z][A-Za-z0-9-]{2,63}",
          "3 to 64 letters, digits or hyphens, a letter first, not beginning with aws or ssm");

  /** The region to deploy to. */
  public static final ContextKey REGION =
      new ContextKey(
          "region",
          DeployableRegions::isKnown,
          "'here' for the region that the CDK is set to, or the code of a region that it knows");

  /** How often everything is looked at. */
  public static final ContextKey SCHEDULE =
      new ContextKey("schedule", Schedule::isPeriod, Schedule.EXPECTED);

  /** Whether functions start from a snapshot. */
  public static final ContextKey SNAP_START =
      matching("snapStart", "true|false", "true, or false where Lambda has no SnapStart");

  /** How many sweeps may run at once. */
  public static final ContextKey SWEEP_CONCURRENCY =
      matching(
          "sweepConcurrency",
          "[2-9]|[1-9][0-9]{1,2}|1000",
          "a whole number from 2 to 1000, the bounds of Lambda");

  /** How many Bedrock calls a second each account and region may get. */
  public static final ContextKey CALLS_PER_SECOND = of("callsPerSecond", Variable.CALLS_PER_SECOND);

  /** What the roles of other accounts may ask for. */
  public static final ContextKey EXTERNAL_ID = of("externalId", Variable.EXTERNAL_ID);

  /** The organization whose accounts may send events. */
  public static final ContextKey ORGANIZATION =
      matching(
          "organization",
          DeploymentConfig.NO_ORGANIZATION + "|o-[a-z0-9]{10,32}",
          "'none', or the id of the organization whose accounts send events, such as o-a1b2c3d4e5");

  /** How long logs are kept. */
  public static final ContextKey LOG_RETENTION_DAYS =
      new ContextKey(
          "logRetentionDays", LogRetention::isRetention, "one of " + LogRetention.expected());

  /** How many deletions within an hour raise an alarm. */
  public static final ContextKey MASS_DELETION =
      matching("massDeletion", "[1-9][0-9]{0,5}", "a whole number from 1 to 999999");

  /** Every key; each must have a value. */
  public static final List<ContextKey> ALL =
      List.of(
          STACK,
          REGION,
          SCHEDULE,
          SNAP_START,
          SWEEP_CONCURRENCY,
          CALLS_PER_SECOND,
          EXTERNAL_ID,
          ORGANIZATION,
          LOG_RETENTION_DAYS,
          MASS_DELETION);

  /** What is wrong with a context; empty if nothing is. */
  public static String problems(Map<ContextKey, String> context) {
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

  /** A key whose value becomes the value of a variable. */
  private static ContextKey of(String key, Variable variable) {
    return new ContextKey(key, variable::accepts, variable.expected());
  }
}
