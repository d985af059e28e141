package dev.bedrockinventory.cli.runtime;

import dev.bedrockinventory.cli.context.CliContext;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What handlers print as Lambda wants it: logs and metrics, on stdout. */
public final class HandlerLogs {
  private HandlerLogs() {}

  /** Sends it elsewhere, since stdout is for data: to stderr if somebody asks to see it. */
  public static void silence(boolean debug, CliContext surroundings) {
    System.setProperty("inventory.logs", debug ? "info" : "off");
    System.setOut(
        debug
            ? surroundings.err()
            : new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }
}
