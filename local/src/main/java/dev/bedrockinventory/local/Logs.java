package dev.bedrockinventory.local;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What handlers print as Lambda wants it: logs and metrics, on stdout. */
final class Logs {
  private Logs() {}

  /** Sends it elsewhere, since stdout is for data: to stderr if somebody asks to see it. */
  static void silence(boolean debug, Surroundings surroundings) {
    System.setProperty("inventory.logs", debug ? "info" : "off");
    System.setOut(
        debug
            ? surroundings.err()
            : new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }
}
