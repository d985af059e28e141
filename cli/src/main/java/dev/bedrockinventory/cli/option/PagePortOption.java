package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.context.UsageException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of the commands that serve the page. */
public final class PagePortOption {
  private static final int MAX_PORT = 65_535;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "The port of the page (default: 8642, or any free one if that is in use; 0: any free"
              + " one).")
  private Optional<Integer> port = Optional.empty();

  /**
   * The requested port, if any.
   *
   * @throws UsageException if it is not a port
   */
  public Optional<Integer> port() {
    port.ifPresent(number -> checkPort("--port", number));
    return port;
  }

  /**
   * Checks the port of an option.
   *
   * @throws UsageException if it is not a port
   */
  public static void checkPort(String option, int port) {
    if (port < 0 || port > MAX_PORT) {
      throw new UsageException(
          "%s %d is not a valid port; expected 0 to %d".formatted(option, port, MAX_PORT));
    }
  }
}
