package dev.bedrockinventory.cli.option;

import dev.bedrockinventory.cli.aws.AwsClients;
import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.feed.ChangePublisher;
import dev.bedrockinventory.settings.Variable;
import dev.bedrockinventory.sweep.Backoff;
import java.util.Optional;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** The options that specify the event bus. */
public final class BusOptions {
  @Option(
      names = "--bus",
      paramLabel = "NAME",
      description = "The event bus, by its name or ARN (default: INVENTORY_CHANGE_BUS).")
  private Optional<String> bus = Optional.empty();

  @Option(
      names = "--endpoint-url-events",
      paramLabel = "URL",
      description = "The endpoint of Amazon EventBridge, if it is not AWS.")
  private Optional<String> events = Optional.empty();

  /**
   * The bus's name or ARN.
   *
   * @throws UsageException if none is specified
   */
  public String name(CliContext context) {
    return bus.or(() -> context.variable(Variable.CHANGE_BUS.key()))
        .orElseThrow(() -> new UsageException("no event bus specified: use --bus NAME"));
  }

  /**
   * The client of EventBridge.
   *
   * @throws UsageException if its region is not specified, or the endpoint is not a valid URL
   */
  public EventBridgeClient client(AwsOptions aws, CliContext context) {
    return AwsClients.events(
        aws, events.map(text -> AwsOptions.url("--endpoint-url-events", text)), context);
  }

  /**
   * The bus, which exists.
   *
   * @throws CommandFailedException if it does not exist or cannot be described: events for a bus
   *     that does not exist are lost silently
   */
  public ChangePublisher open(EventBridgeClient client, CliContext context) {
    var name = name(context);
    var publisher = new ChangePublisher(client, name, Backoff.jittered(Thread::sleep));
    publisher
        .findProblem()
        .ifPresent(problem -> {
          throw new CommandFailedException(
              "event bus '%s' in region %s: %s"
                  .formatted(name, client.serviceClientConfiguration().region(), problem));
        });
    return publisher;
  }
}
