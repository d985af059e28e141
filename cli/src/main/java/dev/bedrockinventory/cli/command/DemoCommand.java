package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.cli.demo.Demo;
import dev.bedrockinventory.cli.option.OutputOptions;
import dev.bedrockinventory.cli.option.PagePortOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the whole system on this machine with a scenario. */
@Command(
    name = "demo",
    description = {
      "Run the whole system on this machine with a scenario that shows what it does.",
      "A simulated Amazon Bedrock, DynamoDB Local and the real Lambda handlers: no account needed.",
      "Afterwards the dashboards are in the browser, and people go on changing things."
    })
public final class DemoCommand implements Callable<Integer> {
  private final CliContext context;
  @Mixin private final OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec;

  @Option(
      names = "--once",
      description = "Exit after the scenario, without a page and without further changes.")
  private boolean once;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "With --once: keep the ledger of the scenario in this new SQLite file.")
  private Optional<Path> data = Optional.empty();

  @Mixin private final PagePortOption page = new PagePortOption();

  public DemoCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (once && page.port().isPresent()) {
      throw new UsageException(
          "--once serves no page; remove --port, or remove --once to open the page");
    }
    if (!once && data.isPresent()) {
      throw new UsageException("--data keeps the ledger of a finished demo; add --once");
    }
    data.filter(Files::exists)
        .ifPresent(file -> {
          throw new UsageException(
              "--data: '%s' exists; name a new file for the demo".formatted(file));
        });
    var arguments = spec.commandLine().getParseResult().originalArgs();
    return new Demo(context, arguments.contains(CliContext.DEBUG))
        .run(once, page.port(), data, output.format());
  }
}
