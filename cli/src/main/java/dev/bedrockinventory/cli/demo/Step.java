package dev.bedrockinventory.cli.demo;

/**
 * One step of a scenario: something happens, then a sweep runs.
 *
 * @param title what happens, in one sentence
 * @param lesson what it shows, in one sentence
 * @param action makes it happen
 * @param expected the expected counts
 * @param cleanup what is undone after the sweep
 */
public record Step(
    String title, String lesson, Runnable action, StepCounts expected, Runnable cleanup) {
  /** A step after which nothing is undone. */
  Step(String title, String lesson, Runnable action, StepCounts expected) {
    this(title, lesson, action, expected, () -> {});
  }
}
