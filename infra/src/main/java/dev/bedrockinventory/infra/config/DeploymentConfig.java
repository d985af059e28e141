package dev.bedrockinventory.infra.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bedrockinventory.model.CanonicalJson;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * The configuration of a deployment: the validated context of {@code cdk.json}.
 *
 * @param stack the name of the stack
 * @param region the region to deploy to; absent for the CDK's default region
 * @param schedule how often all scopes are swept
 * @param snapStart whether SnapStart is enabled
 * @param sweepConcurrency the maximum number of concurrent sweeps
 * @param refreshConcurrency the maximum number of functions that process events at the same time
 * @param callsPerSecond the maximum rate of Bedrock calls for each account and region
 * @param members which other accounts take part
 * @param terminationProtection whether CloudFormation refuses to delete the stack
 * @param table the table of the ledger
 * @param encryptionKey the key that encrypts the data at rest
 * @param logRetention how long logs are retained
 * @param alarms from which values alarms are raised
 * @param notifications who is notified of changes; absent if nobody is
 * @param artifact the zip that Lambda runs
 */
public record DeploymentConfig(
    String stack,
    Optional<String> region,
    Schedule schedule,
    boolean snapStart,
    int sweepConcurrency,
    int refreshConcurrency,
    String callsPerSecond,
    MemberAccess members,
    boolean terminationProtection,
    TableSource table,
    EncryptionKey encryptionKey,
    RetentionDays logRetention,
    AlarmThresholds alarms,
    Optional<Notifications> notifications,
    Path artifact) {
  /**
   * Reads and validates the context.
   *
   * @param context returns the value of a key; empty if it has none
   * @throws InvalidContextException if a value is missing or malformed
   */
  public static DeploymentConfig read(Function<String, Optional<Object>> context, Path artifact) {
    var values = new HashMap<ContextKey, String>();
    for (var key : ContextKey.ALL) {
      context.apply(key.key()).ifPresent(value -> values.put(key, text(value)));
    }
    var problems = ContextKey.problems(values);
    if (!problems.isEmpty()) {
      throw new InvalidContextException(problems);
    }
    var deployment = of(values, artifact);
    deployment.checkSnapStart();
    deployment.checkTopic();
    deployment.checkTable();
    deployment.checkKey();
    return deployment;
  }

  /** The CDK returns objects and arrays of cdk.json as such, and what {@code -c} sets as a text. */
  private static String text(Object value) {
    return value instanceof Map || value instanceof Collection
        ? CanonicalJson.write(new ObjectMapper().valueToTree(value))
        : String.valueOf(value);
  }

  private static DeploymentConfig of(Map<ContextKey, String> values, Path artifact) {
    return new DeploymentConfig(
        values.getOrDefault(ContextKey.STACK, ""),
        Optional.of(values.getOrDefault(ContextKey.REGION, ""))
            .filter(region -> !DeployableRegions.isHere(region)),
        Schedule.parse(values.getOrDefault(ContextKey.SCHEDULE, "")),
        Boolean.parseBoolean(values.getOrDefault(ContextKey.SNAP_START, "")),
        number(values, ContextKey.SWEEP_CONCURRENCY),
        number(values, ContextKey.REFRESH_CONCURRENCY),
        values.getOrDefault(ContextKey.CALLS_PER_SECOND, ""),
        MemberAccess.parse(
            values.getOrDefault(ContextKey.ORGANIZATION, ""),
            values.getOrDefault(ContextKey.MEMBER_ACCOUNTS, ""),
            values.getOrDefault(ContextKey.EXTERNAL_ID, "")),
        Boolean.parseBoolean(values.getOrDefault(ContextKey.TERMINATION_PROTECTION, "")),
        TableSource.parse(values.getOrDefault(ContextKey.TABLE, "")),
        EncryptionKey.parse(values.getOrDefault(ContextKey.ENCRYPTION_KEY, "")),
        LogRetention.of(values.getOrDefault(ContextKey.LOG_RETENTION_DAYS, "")),
        new AlarmThresholds(
            number(values, ContextKey.MASS_DELETION),
            number(values, ContextKey.STALE_SCOPES),
            number(values, ContextKey.STALE_SHARE),
            number(values, ContextKey.NEWLY_REFUSED),
            number(values, ContextKey.OLDEST_HOURS),
            number(values, ContextKey.TARGETS_LOST),
            number(values, ContextKey.WITHOUT_AUTHOR)),
        Notifications.parse(
            values.getOrDefault(ContextKey.NOTIFY, ""),
            values.getOrDefault(ContextKey.NOTIFY_FILTER, "")),
        artifact);
  }

  private static int number(Map<ContextKey, String> values, ContextKey key) {
    return Integer.parseInt(values.getOrDefault(key, ""));
  }

  private void checkSnapStart() {
    region
        .filter(code -> snapStart && !DeployableRegions.mayHaveSnapStart(code))
        .ifPresent(code -> {
          throw new InvalidContextException(
              "context key '%s' is 'true', but Lambda does not support SnapStart in %s; set it to false"
                  .formatted(ContextKey.SNAP_START.key(), code));
        });
  }

  /** EventBridge delivers to topics of its own region only. */
  private void checkTopic() {
    if (notifications.map(Notifications::receivers).orElse(null)
        instanceof Notifications.ExistingTopic topic) {
      checkRegion(ContextKey.NOTIFY, "topic", topic.region());
    }
  }

  /** Lambda reads streams of its own region only. */
  private void checkTable() {
    if (table instanceof TableSource.Existing existing) {
      checkRegion(ContextKey.TABLE, "table", existing.region());
    }
  }

  /** All services that use the key are in the stack's region. */
  private void checkKey() {
    if (encryptionKey instanceof EncryptionKey.Existing key) {
      checkRegion(ContextKey.ENCRYPTION_KEY, "key", key.region());
    }
  }

  private void checkRegion(ContextKey key, String what, String location) {
    region
        .filter(code -> !code.equals(location))
        .ifPresent(code -> {
          throw new InvalidContextException(
              "context key '%s' is a %s in %s, but the stack is deployed to %s; set it to %s"
                  .formatted(key.key(), what, location, code, key.expected()));
        });
  }

  /** The SSM path of the target parameters. */
  public String targetsPath() {
    return "/" + stack + "/targets";
  }
}
