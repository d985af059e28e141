package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.model.ChangeKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * What sweeps and refreshes came to, in numbers.
 *
 * @param changes how many revisions were recorded, every change kind present
 * @param refused how many sweeps could read nothing
 * @param partial how many could not read all
 * @param omissions how many resources a listing lacked although Get found them
 * @param drift how many members were seen that no rule knew before
 * @param refreshes how many of the changes were recorded because an event told of them
 * @param attempts how many calls were kept that were refused
 */
public record StepCounts(
    Map<ChangeKind, Integer> changes,
    int refused,
    int partial,
    int omissions,
    int drift,
    int refreshes,
    int attempts) {
  /** Nothing at all. */
  public static final StepCounts NOTHING = figures(0, 0, 0, 0, 0, 0);

  /** Copies the changes, and fills in those that are none. */
  public StepCounts {
    var all = new EnumMap<ChangeKind, Integer>(ChangeKind.class);
    for (var kind : ChangeKind.values()) {
      all.put(kind, changes.getOrDefault(kind, 0));
    }
    changes = Map.copyOf(all);
  }

  /** So many changes of one kind that sweeps found, and nothing else. */
  public static StepCounts of(ChangeKind kind, int count) {
    return new StepCounts(Map.of(kind, count), 0, 0, 0, 0, 0, 0);
  }

  /** So many changes that events told of, which changes they are left out. */
  public static StepCounts ofRefreshes(int count) {
    return figures(0, 0, 0, 0, count, 0);
  }

  /** So many refused sweeps, and nothing else. */
  public static StepCounts ofRefused(int count) {
    return figures(count, 0, 0, 0, 0, 0);
  }

  /** So many partial sweeps, and nothing else. */
  public static StepCounts ofPartial(int count) {
    return figures(0, count, 0, 0, 0, 0);
  }

  /** So many omissions, and nothing else. */
  public static StepCounts ofOmissions(int count) {
    return figures(0, 0, count, 0, 0, 0);
  }

  /** So many members that no rule knew, and nothing else. */
  public static StepCounts ofDrift(int count) {
    return figures(0, 0, 0, count, 0, 0);
  }

  /** So many refused calls, and nothing else. */
  public static StepCounts ofAttempts(int count) {
    return figures(0, 0, 0, 0, 0, count);
  }

  /** Both together. */
  public StepCounts plus(StepCounts other) {
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

  private static StepCounts figures(
      int refused, int partial, int omissions, int drift, int refreshes, int attempts) {
    return new StepCounts(Map.of(), refused, partial, omissions, drift, refreshes, attempts);
  }
}
