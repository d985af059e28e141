package dev.bedrockinventory.cli.demo;

import java.time.Duration;
import java.util.List;

/**
 * One step of a scenario: something happens, then a sweep runs.
 *
 * @param title what happens, in one sentence
 * @param lesson what it shows, in one sentence
 * @param pause the time that passes before each action
 * @param actions make it happen, one after another; the events of each are delivered after it
 * @param expected the expected counts
 * @param cleanup what is undone after the sweep
 */
public record Step(
    String title,
    String lesson,
    Duration pause,
    List<Runnable> actions,
    StepCounts expected,
    Runnable cleanup) {
  /** Copies the actions. */
  public Step {
    actions = List.copyOf(actions);
  }

  /** A step of one action, after which nothing is undone. */
  Step(String title, String lesson, Duration pause, Runnable action, StepCounts expected) {
    this(title, lesson, pause, List.of(action), expected, () -> {});
  }

  /** The time that the step takes. */
  Duration length() {
    return pause.multipliedBy(actions.size());
  }
}
