package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.option.LedgerOptions;
import dev.bedrockinventory.cli.option.PagePortOption;
import dev.bedrockinventory.cli.runtime.ShutdownSignal;
import dev.bedrockinventory.cli.web.PageServer;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves the dashboards to the browser of this computer. */
@Command(
    name = "serve",
    description = "Show the inventory and its changes in the browser, on 127.0.0.1, until stopped.")
public final class ServeCommand implements Callable<Integer> {
  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(1);

  private final CliContext context;

  @Mixin private final PagePortOption page = new PagePortOption();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  public ServeCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (var stopping = ShutdownSignal.onSignal();
        var open = ledger.open(context);
        var pages = PageServer.start(page.port(), open::reader, context.clock())) {
      context.err().println("Stop with Ctrl-C.");
      context.out().println(pages.address());
      context.out().flush();
      while (!stopping.awaitStop(BETWEEN_CHECKS)) {
        // the server's threads answer
      }
      return ExitCode.SUCCESS;
    }
  }
}
