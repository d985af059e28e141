package dev.bedrockinventory.cli.output;

import dev.bedrockinventory.cli.context.CliContext;

/**
 * A progress bar on stderr while something runs; it prints nothing if that is not a terminal.
 * Nothing else may be printed before it is closed, which erases it. Thread-safe.
 */
public final class ProgressBar implements AutoCloseable {
  private static final int CELLS = 30;

  private final CliContext context;
  private final String unit;
  private final int total;
  private int done;
  private int length;

  /**
   * Shows an empty bar.
   *
   * @param unit what is counted, in the plural
   * @param total how many there are
   */
  public ProgressBar(CliContext context, String unit, int total) {
    this.context = context;
    this.unit = unit;
    this.total = total;
    draw();
  }

  /** One more is done. */
  public synchronized void step() {
    done++;
    draw();
  }

  /** Erases the bar. */
  @Override
  public synchronized void close() {
    print("\r" + " ".repeat(length) + "\r");
  }

  private void draw() {
    var full = total == 0 ? 0 : CELLS * done / total;
    var bar =
        "[%s%s] %d of %d %s"
            .formatted("#".repeat(full), "-".repeat(CELLS - full), done, total, unit);
    length = bar.length();
    print("\r" + bar);
  }

  private void print(String text) {
    if (context.progress()) {
      context.err().print(text);
      context.err().flush();
    }
  }
}
