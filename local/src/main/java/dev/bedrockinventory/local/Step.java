package dev.bedrockinventory.local;

/**
 * One step of a story: something happens, then the inventory looks.
 *
 * @param title what happens, in one sentence
 * @param moral what it shows, in one sentence
 * @param act makes it happen
 * @param effect what the sweeps that follow must come to
 * @param clearing what is put right again after they have looked
 */
record Step(String title, String moral, Runnable act, Effect effect, Runnable clearing) {
  /** A step after which nothing has to be put right. */
  Step(String title, String moral, Runnable act, Effect effect) {
    this(title, moral, act, effect, () -> {});
  }
}
