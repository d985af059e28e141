package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.option.PagePortOption;
import dev.bedrockinventory.cli.runtime.LocalServer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the local services for any client. */
@Command(
    name = "local",
    description = {
      "Run a simulated Amazon Bedrock and DynamoDB Local for any client, until stopped.",
      "With tagging, STS, the table 'inventory' and its dashboards in the browser. It never sweeps"
          + " by itself; the events of clients' changes go to the real handler, which records the"
          + " changes within seconds, with their author."
    })
public final class LocalCommand implements Callable<Integer> {
  private final CliContext context;

  @Option(
      names = "--bedrock-port",
      paramLabel = "PORT",
      defaultValue = "4566",
      description = "The port of the simulated AWS (default: ${DEFAULT-VALUE}; 0: any free one).")
  private int bedrockPort;

  @Option(
      names = "--dynamodb-port",
      paramLabel = "PORT",
      defaultValue = "8000",
      description = "The port of DynamoDB Local (default: ${DEFAULT-VALUE}; 0: any free one).")
  private int dynamodbPort;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep the tables in this directory (default: in memory).")
  private Optional<Path> data = Optional.empty();

  @Mixin private final PagePortOption page = new PagePortOption();

  public LocalCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    PagePortOption.checkPort("--bedrock-port", bedrockPort);
    PagePortOption.checkPort("--dynamodb-port", dynamodbPort);
    return new LocalServer(context).run(bedrockPort, dynamodbPort, page.port(), data);
  }
}
