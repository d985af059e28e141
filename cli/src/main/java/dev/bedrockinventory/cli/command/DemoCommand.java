package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.demo.Demo;
import dev.bedrockinventory.cli.option.OutputOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole system on this machine, and a story that shows it. */
@Command(
    name = "demo",
    description = {
      "Run the whole system on this machine, and play a story that shows what it does.",
      "A simulated Amazon Bedrock, a real DynamoDB engine, the real Lambda handlers: no account."
    })
public final class DemoCommand implements Callable<Integer> {
  private final CliContext surroundings;
  @Mixin private final OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec;

  @Option(
      names = "--once",
      description = "End after the story, instead of sweeping on until stopped.")
  private boolean once;

  public DemoCommand(CliContext surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var arguments = spec.commandLine().getParseResult().originalArgs();
    return new Demo(surroundings, arguments.contains(CliContext.DEBUG)).run(once, output.format());
  }
}
