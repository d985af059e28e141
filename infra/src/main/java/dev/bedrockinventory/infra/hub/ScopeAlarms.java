package dev.bedrockinventory.infra.hub;

import dev.bedrockinventory.infra.config.DeploymentConfig;
import dev.bedrockinventory.infra.construct.AlarmFactory;
import dev.bedrockinventory.infra.construct.AlarmFactory.Limit;
import dev.bedrockinventory.infra.construct.MetricFactory;
import dev.bedrockinventory.settings.Metric;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;

/** The alarms about what is observed: scopes, targets and changes. */
final class ScopeAlarms {
  private static final int HOUR_SECONDS = 3_600;

  /** For how many spans of two periods in a row scopes are refused before the alarm is raised. */
  private static final int REFUSED_SPANS = 2;

  /** With fewer changes in a day a share means nothing. */
  private static final int ENOUGH_CHANGES = 5;

  private final AlarmFactory alarms;
  private final MetricFactory metrics;
  private final DeploymentConfig deployment;

  ScopeAlarms(AlarmFactory alarms, MetricFactory metrics, DeploymentConfig deployment) {
    this.alarms = alarms;
    this.metrics = metrics;
    this.deployment = deployment;
  }

  void create() {
    // A single period may contain no plan, since the schedule has a flexible time window.
    var twoPeriods = Duration.seconds(deployment.schedule().twoPeriodsSeconds());
    alarms.create(
        "PlannerSilent",
        metrics.of(Metric.SCOPES_PLANNED, "SampleCount", twoPeriods),
        Limit.SILENCE,
        "No plan was made for two periods: nothing is swept.");
    alarms.create(
        "FeedSilent",
        metrics.of(Metric.HEARTBEATS, "Sum", twoPeriods),
        Limit.SILENCE,
        "The change feed received no plan's heartbeat for two periods: it publishes nothing.");
    addFreshness(twoPeriods);
    addTargets(twoPeriods);
    addChanges();
  }

  private void addFreshness(Duration span) {
    var limits = deployment.alarms();
    alarms.create(
        "OldestCompleteLook",
        metrics.of(Metric.OLDEST_COMPLETE_SWEEP_AGE, "Maximum", span),
        Limit.over(
            Math.max(
                limits.oldestHours() * HOUR_SECONDS, deployment.schedule().threePeriodsSeconds())),
        "A scope had no complete observation for very long.");
    alarms.create(
        "StaleScopes",
        metrics.of(Metric.STALE_SCOPES, "Maximum", span),
        Limit.over(limits.staleScopes()),
        "Scopes had no complete observation for three periods.");
    alarms.create(
        "StaleShare",
        staleShare(span),
        Limit.over(limits.staleShare()),
        "A large share of all scopes had no complete observation for three periods.");
    alarms.create(
        "RefusedSweeps",
        metrics.of(Metric.NEWLY_REFUSED_SCOPES, "Maximum", span),
        Limit.over(limits.newlyRefused(), REFUSED_SPANS),
        "Bedrock denies or throttles scopes, or is unavailable, since less than a day.");
  }

  private void addTargets(Duration span) {
    alarms.create(
        "TargetProblems",
        metrics.of(Metric.TARGET_PROBLEMS, "Maximum", span),
        Limit.ZERO,
        "A part of the target parameters is not valid: its accounts are not swept.");
    alarms.create(
        "TargetsLost",
        metrics.of(Metric.TARGETS_LOST, "Maximum", span),
        Limit.over(deployment.alarms().targetsLost()),
        "Too many accounts or scopes of the last day are no longer planned.");
    alarms.create(
        "DamagedScopes",
        metrics.of(Metric.DAMAGED_SCOPES, "Maximum", span),
        Limit.ZERO,
        "Items among the scopes are damaged or not the inventory's. They are left out.");
  }

  private void addChanges() {
    alarms.create(
        "ApiDrift",
        metrics.of(Metric.UNMODELLED_MEMBERS, "Maximum", Duration.hours(1)),
        Limit.ZERO,
        "Bedrock returns members that this version does not model (schema drift).");
    alarms.create(
        "MassDeletion",
        metrics.of(Metric.MOST_DELETIONS, "Maximum", Duration.hours(1)),
        Limit.over(deployment.alarms().massDeletion() - 1),
        "Many resources of one account were deleted within an hour.");
    alarms.create(
        "ChangesWithoutAuthor",
        shareWithoutAuthor(Duration.days(1)),
        Limit.over(deployment.alarms().withoutAuthor()),
        "Sweeps found many changes whose events did not arrive: the author is not known.");
    alarms.create(
        "HistoryTampered",
        metrics.of(Metric.HISTORY_TAMPERED, "Sum", Duration.minutes(5)),
        Limit.ZERO,
        "An item of the table was changed in a way that the inventory never does.");
  }

  private IMetric staleShare(Duration span) {
    return MathExpression.Builder.create()
        .expression("IF(planned > 0, 100 * stale / planned, 0)")
        .usingMetrics(
            Map.of(
                "stale", metrics.of(Metric.STALE_SCOPES, "Maximum", span),
                "planned", metrics.of(Metric.SCOPES_PLANNED, "Maximum", span)))
        .period(span)
        .label("Stale scopes (%)")
        .build();
  }

  private IMetric shareWithoutAuthor(Duration day) {
    return MathExpression.Builder.create()
        .expression(
            "IF(FILL(found, 0) + FILL(reported, 0) >= %d, 100 * FILL(found, 0) / (FILL(found, 0) + FILL(reported, 0)), 0)"
                .formatted(ENOUGH_CHANGES))
        .usingMetrics(
            Map.of(
                "found", metrics.of(Metric.CHANGES_WITHOUT_AUTHOR, "Sum", day),
                "reported", metrics.of(Metric.CHANGES_WITH_AUTHOR, "Sum", day)))
        .period(day)
        .label("Changes without an author (%)")
        .build();
  }
}
