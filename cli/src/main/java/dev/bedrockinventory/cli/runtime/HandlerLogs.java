package dev.bedrockinventory.cli.runtime;

import dev.bedrockinventory.cli.context.CliContext;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The handlers' output for Lambda: logs and metrics, on stdout. */
public final class HandlerLogs {
  private HandlerLogs() {}

  /** Redirects it, since stdout is for data: to stderr if it is requested. */
  public static void redirect(boolean debug, CliContext context) {
    System.setProperty("inventory.logs", debug ? "info" : "off");
    System.setOut(
        debug
            ? context.err()
            : new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }
}
