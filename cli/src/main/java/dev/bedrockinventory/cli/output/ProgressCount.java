package dev.bedrockinventory.cli.output;

import dev.bedrockinventory.cli.context.CliContext;

/**
 * A count on stderr while something of unknown length runs; it prints nothing if that is not a
 * terminal. Nothing else may be printed before it is closed, which erases it. Thread-safe.
 */
public final class ProgressCount implements AutoCloseable {
  /** How many steps are shown at once. */
  private static final int STRIDE = 100;

  private final CliContext context;
  private final String unit;
  private long done;
  private int length;

  /**
   * Shows that nothing is done yet.
   *
   * @param unit what is counted, in the plural
   */
  public ProgressCount(CliContext context, String unit) {
    this.context = context;
    this.unit = unit;
    draw();
  }

  /** One more is done. */
  public synchronized void step() {
    done++;
    if (done % STRIDE == 0) {
      draw();
    }
  }

  /** How many are done, with the unit. */
  public synchronized String text() {
    return done + " " + unit;
  }

  /** Erases the count. */
  @Override
  public synchronized void close() {
    print("\r" + " ".repeat(length) + "\r");
  }

  private void draw() {
    length = text().length();
    print("\r" + text());
  }

  private void print(String text) {
    if (context.progress()) {
      context.err().print(text);
      context.err().flush();
    }
  }
}
