package dev.bedrockinventory.cli.demo;

/**
 * One step of a story: something happens, then the inventory looks.
 *
 * @param title what happens, in one sentence
 * @param moral what it shows, in one sentence
 * @param act makes it happen
 * @param effect what the sweeps that follow must come to
 * @param clearing what is put right again after they have looked
 */
public record Step(String title, String moral, Runnable act, StepCounts effect, Runnable clearing) {
  /** A step after which nothing has to be put right. */
  public Step(String title, String moral, Runnable act, StepCounts effect) {
    this(title, moral, act, effect, () -> {});
  }
}
