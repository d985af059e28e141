package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.cli.option.LedgerOptions;
import dev.bedrockinventory.cli.runtime.ShutdownSignal;
import dev.bedrockinventory.cli.web.PageServer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the dashboards to the browser of this computer. */
@Command(
    name = "serve",
    description = "Show the inventory and its changes in the browser, on 127.0.0.1, until stopped.")
public final class ServeCommand implements Callable<Integer> {
  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(1);
  private static final int MAX_PORT = 65_535;

  private final CliContext surroundings;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8642",
      description = "The port of the page (default: ${DEFAULT-VALUE}; 0: any free one).")
  private int port;

  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  public ServeCommand(CliContext surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (port < 0 || port > MAX_PORT) {
      throw new UsageException(
          "--port %d is not a valid port; expected 0 to %d".formatted(port, MAX_PORT));
    }
    try (var stopping = ShutdownSignal.onSignal();
        var open = ledger.open(surroundings);
        var pages = PageServer.start(port, open::reader, surroundings.clock())) {
      surroundings.err().println("Stop with Ctrl-C.");
      surroundings.out().println(pages.address());
      surroundings.out().flush();
      while (!stopping.awaitStop(BETWEEN_CHECKS)) {
        // the server's threads answer
      }
      return ExitCode.SUCCESS;
    } catch (UncheckedIOException e) {
      throw new CommandFailedException(
          "serve: port %d cannot be opened (%s); choose another with --port"
              .formatted(port, e.getMessage()),
          e);
    }
  }
}
