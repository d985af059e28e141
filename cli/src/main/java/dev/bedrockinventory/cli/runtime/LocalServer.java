package dev.bedrockinventory.cli.runtime;

import dev.bedrockinventory.cli.aws.AwsClients;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.ledger.OpenLedger;
import dev.bedrockinventory.cli.web.PageServer;
import dev.bedrockinventory.ledger.dynamodb.TableCreator;
import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.engine.DirectoryInUseException;
import dev.bedrockinventory.simulator.engine.Engine;
import dev.bedrockinventory.simulator.engine.EngineException;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The local services, each on its port, until the process is stopped. */
public final class LocalServer {
  private static final Duration BETWEEN_TICKS = Duration.ofMillis(300);

  private final CliContext context;
  private String problem = "";

  public LocalServer(CliContext context) {
    this.context = context;
  }

  /** Runs, and returns the {@link ExitCode}. */
  public int run(
      int bedrockPort, int dynamodbPort, Optional<Integer> pagePort, Optional<Path> data) {
    try (var stopping = ShutdownSignal.onSignal();
        var engine = engine(data);
        var simulator = Simulator.start(bedrockPort, context.clock(), seed());
        var ledger = ledger(engine.endpoint());
        var pages = PageServer.start(pagePort, ledger::reader, context.clock())) {
      HandlerLogs.redirect(false, context);
      simulator.world().seedExamples(LocalDeployment.ACCOUNT, LocalDeployment.REGION);
      var hub = new LocalHub(simulator, engine.endpoint(), context.clock());
      var events = new LocalEvents(simulator, hub, ledger.ledger(), context.clock(), context.err());
      var dynamo = engine.listen(dynamodbPort);
      context.err().println(instructions(simulator.endpoint(), dynamo, pages.address(), data));
      do {
        record(events);
      } while (!stopping.awaitStop(BETWEEN_TICKS));
      return ExitCode.SUCCESS;
    } catch (DirectoryInUseException | EngineException | UncheckedIOException e) {
      throw new CommandFailedException("local: " + e.getMessage(), e);
    }
  }

  /** Ids must not repeat in later runs on the same tables. */
  private long seed() {
    return context.clock().instant().toEpochMilli();
  }

  /** A client may delete the table; then nothing can be recorded. */
  private void record(LocalEvents events) {
    try {
      events.deliverEvents();
      events.pollDueJobs();
    } catch (LedgerUnavailableException e) {
      var message = String.valueOf(e.getMessage());
      if (!message.equals(problem)) {
        problem = message;
        context.err().println("local: events are not recorded: " + problem);
      }
    }
  }

  private static OpenLedger ledger(URI dynamo) {
    return OpenLedger.inTable(AwsClients.local(dynamo), LocalDeployment.TABLE, () -> {});
  }

  /** DynamoDB Local with its table, still on an unpublished port. */
  private static Engine engine(Optional<Path> data) {
    var engine =
        data.map(directory -> Engine.onFiles(directory, 0)).orElseGet(() -> Engine.inMemory(0));
    try (var client = AwsClients.local(engine.endpoint())) {
      new TableCreator(client, LocalDeployment.TABLE).createIfMissing();
    }
    return engine;
  }

  private static String instructions(URI aws, URI dynamo, URI page, Optional<Path> data) {
    return """
    Amazon Bedrock (simulated, with tagging and STS): %1$s
    DynamoDB Local (table %3$s, %4$s): %2$s
    Dashboards, in the browser of this computer: %7$s

    To use it, in another terminal:
      export AWS_ENDPOINT_URL=%1$s AWS_ENDPOINT_URL_DYNAMODB=%2$s
      export AWS_REGION=us-east-2 AWS_DEFAULT_REGION=us-east-2
      export AWS_ACCESS_KEY_ID=111122223333alice AWS_SECRET_ACCESS_KEY=local
      aws bedrock list-inference-profiles
      ./inventory sweep --table %3$s
      ./inventory list --table %3$s

    The first twelve digits of the access key are the account, the rest is the user. Every account
    and region exists; %5$s has example resources in %6$s, recreated at each start.
    Changes by clients are recorded within seconds, with their author. They are changes after a
    first sweep, which records the baseline:
      ./inventory changes --table %3$s
    Stop with Ctrl-C.
    ready\
    """
        .formatted(
            aws,
            dynamo,
            LocalDeployment.TABLE,
            data.map(directory -> "kept in " + directory).orElse("in memory"),
            LocalDeployment.ACCOUNT,
            LocalDeployment.REGION,
            page);
  }
}
