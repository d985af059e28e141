package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.model.ChangeKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * The counts of sweeps and refreshes.
 *
 * @param changes the recorded revisions by change kind
 * @param refused the refused sweeps
 * @param partial the partial sweeps
 * @param omissions the resources that a listing lacked although Get found them
 * @param drift the new unmodeled members
 * @param refreshes the changes that events reported
 * @param attempts the recorded refused calls
 */
public record StepCounts(
    Map<ChangeKind, Integer> changes,
    int refused,
    int partial,
    int omissions,
    int drift,
    int refreshes,
    int attempts) {
  /** All zero. */
  static final StepCounts NONE = withoutChanges(0, 0, 0, 0, 0, 0);

  /** Copies the changes, with zeros for missing change kinds. */
  public StepCounts {
    var all = new EnumMap<ChangeKind, Integer>(ChangeKind.class);
    for (var kind : ChangeKind.values()) {
      all.put(kind, changes.getOrDefault(kind, 0));
    }
    changes = Map.copyOf(all);
  }

  /** Only changes of one kind, found by sweeps. */
  static StepCounts of(ChangeKind kind, int count) {
    return new StepCounts(Map.of(kind, count), 0, 0, 0, 0, 0, 0);
  }

  /** Only changes that events reported, of any kind. */
  static StepCounts ofRefreshes(int count) {
    return withoutChanges(0, 0, 0, 0, count, 0);
  }

  /** Only refused sweeps. */
  static StepCounts ofRefused(int count) {
    return withoutChanges(count, 0, 0, 0, 0, 0);
  }

  /** Only partial sweeps. */
  static StepCounts ofPartial(int count) {
    return withoutChanges(0, count, 0, 0, 0, 0);
  }

  /** Only omissions. */
  static StepCounts ofOmissions(int count) {
    return withoutChanges(0, 0, count, 0, 0, 0);
  }

  /** Only unmodeled members. */
  static StepCounts ofDrift(int count) {
    return withoutChanges(0, 0, 0, count, 0, 0);
  }

  /** Only refused calls. */
  static StepCounts ofAttempts(int count) {
    return withoutChanges(0, 0, 0, 0, 0, count);
  }

  /** The sum of both. */
  StepCounts plus(StepCounts other) {
    var sum = new EnumMap<ChangeKind, Integer>(ChangeKind.class);
    changes.forEach((kind, count) -> sum.put(kind, count + other.changes.getOrDefault(kind, 0)));
    return new StepCounts(
        sum,
        refused + other.refused,
        partial + other.partial,
        omissions + other.omissions,
        drift + other.drift,
        refreshes + other.refreshes,
        attempts + other.attempts);
  }

  private static StepCounts withoutChanges(
      int refused, int partial, int omissions, int drift, int refreshes, int attempts) {
    return new StepCounts(Map.of(), refused, partial, omissions, drift, refreshes, attempts);
  }
}
