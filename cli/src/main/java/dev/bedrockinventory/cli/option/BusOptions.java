package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.aws.AwsClients;
import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.feed.ChangePublisher;
import dev.bedrockinventory.ledger.Backoff;
import dev.bedrockinventory.settings.Variable;
import java.util.Optional;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** The options that say on which event bus changes are told. */
public final class BusOptions {
  @Option(
      names = "--bus",
      paramLabel = "NAME",
      description = "The event bus, by its name or ARN (default: INVENTORY_CHANGE_BUS).")
  private Optional<String> bus = Optional.empty();

  @Option(
      names = "--endpoint-url-events",
      paramLabel = "URL",
      description = "Where Amazon EventBridge is, if not at AWS.")
  private Optional<String> events = Optional.empty();

  /**
   * The bus's name or ARN.
   *
   * @throws UsageException if none is told
   */
  public String name(CliContext surroundings) {
    return bus.or(() -> surroundings.variable(Variable.CHANGE_BUS.key()))
        .orElseThrow(() -> new UsageException("on which event bus? name it with --bus NAME"));
  }

  /**
   * The client of the EventBridge that is meant.
   *
   * @throws UsageException if nothing tells its region, or the endpoint is no URL
   */
  public EventBridgeClient client(AwsOptions aws, CliContext surroundings) {
    return AwsClients.events(
        aws, events.map(text -> AwsOptions.url("--endpoint-url-events", text)), surroundings);
  }

  /**
   * The bus, which is there.
   *
   * @throws CommandFailedException if it is not, or cannot be asked: what is put on a bus that does
   *     not exist is lost without a word
   */
  public ChangePublisher open(EventBridgeClient client, CliContext surroundings) {
    var name = name(surroundings);
    var found = new ChangePublisher(client, name, Backoff.jittered(RandomGenerator.getDefault()));
    found
        .findProblem()
        .ifPresent(problem -> {
          throw new CommandFailedException(
              "event bus '%s' in region %s: %s"
                  .formatted(name, client.serviceClientConfiguration().region(), problem));
        });
    return found;
  }
}
