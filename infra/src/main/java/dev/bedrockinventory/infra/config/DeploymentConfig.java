package dev.bedrockinventory.infra.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * What is to be deployed: the context of {@code cdk.json}, checked.
 *
 * @param stack the stack's name
 * @param region the region to deploy to; absent for the one that the CDK is set to
 * @param period how often everything is looked at
 * @param snapStart whether functions start from a snapshot
 * @param sweepConcurrency how many sweeps may run at once
 * @param callsPerSecond how many Bedrock calls a second each account and region may get
 * @param externalId what the roles of other accounts may ask for
 * @param organization whose accounts may send events; absent where none but this account may
 * @param logRetention how long logs are kept
 * @param massDeletion how many deletions within an hour raise an alarm
 * @param artefact the zip that Lambda runs
 */
public record DeploymentConfig(
    String stack,
    Optional<String> region,
    Schedule period,
    boolean snapStart,
    int sweepConcurrency,
    String callsPerSecond,
    String externalId,
    Optional<String> organization,
    RetentionDays logRetention,
    int massDeletion,
    Path artefact) {
  /** The value of the context that means no organization. */
  public static final String NO_ORGANIZATION = "none";

  /**
   * Reads the context.
   *
   * @param context from a key to its value; empty where there is none
   * @throws InvalidContextException if a value is missing or malformed
   */
  public static DeploymentConfig read(Function<String, Optional<Object>> context, Path artefact) {
    var values = new HashMap<ContextKey, String>();
    for (var key : ContextKey.ALL) {
      context.apply(key.key()).ifPresent(value -> values.put(key, String.valueOf(value)));
    }
    var problems = ContextKey.problems(values);
    if (!problems.isEmpty()) {
      throw new InvalidContextException(problems);
    }
    var deployment = of(values, artefact);
    deployment.checkSnapStart();
    return deployment;
  }

  private static DeploymentConfig of(Map<ContextKey, String> values, Path artefact) {
    return new DeploymentConfig(
        values.getOrDefault(ContextKey.STACK, ""),
        Optional.of(values.getOrDefault(ContextKey.REGION, ""))
            .filter(region -> !DeployableRegions.isHere(region)),
        Schedule.parse(values.getOrDefault(ContextKey.SCHEDULE, "")),
        Boolean.parseBoolean(values.getOrDefault(ContextKey.SNAP_START, "")),
        Integer.parseInt(values.getOrDefault(ContextKey.SWEEP_CONCURRENCY, "")),
        values.getOrDefault(ContextKey.CALLS_PER_SECOND, ""),
        values.getOrDefault(ContextKey.EXTERNAL_ID, ""),
        Optional.of(values.getOrDefault(ContextKey.ORGANIZATION, ""))
            .filter(organization -> !organization.equals(NO_ORGANIZATION)),
        LogRetention.of(values.getOrDefault(ContextKey.LOG_RETENTION_DAYS, "")),
        Integer.parseInt(values.getOrDefault(ContextKey.MASS_DELETION, "")),
        artefact);
  }

  private void checkSnapStart() {
    region
        .filter(code -> snapStart && !DeployableRegions.mayHaveSnapStart(code))
        .ifPresent(code -> {
          throw new InvalidContextException(
              "context key '%s' is 'true', and Lambda has no SnapStart in %s; set it to false"
                  .formatted(ContextKey.SNAP_START.key(), code));
        });
  }

  /** The SSM path that the targets' parameters stand under. */
  public String targetsPath() {
    return "/" + stack + "/targets";
  }
}
