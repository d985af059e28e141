package dev.bedrockinventory.cli.demo;

/**
 * One step of a scenario: something happens, then a sweep runs.
 *
 * @param title what happens, in one sentence
 * @param moral what it shows, in one sentence
 * @param act makes it happen
 * @param effect the expected counts
 * @param clearing what is undone after the sweep
 */
public record Step(String title, String moral, Runnable act, StepCounts effect, Runnable clearing) {
  /** A step after which nothing is undone. */
  public Step(String title, String moral, Runnable act, StepCounts effect) {
    this(title, moral, act, effect, () -> {});
  }
}
