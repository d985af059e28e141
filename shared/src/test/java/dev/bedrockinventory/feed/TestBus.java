package dev.bedrockinventory.feed;

import dev.bedrockinventory.simulator.Simulator;
import dev.bedrockinventory.simulator.world.Bus;
import dev.bedrockinventory.simulator.world.BusEvent;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** A simulated EventBridge with a bus, and the real client of it, without retries. */
final class TestBus implements AutoCloseable {
  static final String NAME = "changes";

  final Simulator simulator = Simulator.start(0, InstantSource.system(), 29);
  final Bus bus = simulator.place("111122223333", "us-east-2").bus(NAME);
  final EventBridgeClient client =
      EventBridgeClient.builder()
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .region(Region.US_EAST_2)
          .credentialsProvider(
              StaticCredentialsProvider.create(
                  AwsBasicCredentials.create("111122223333feed", "secret")))
          .endpointOverride(simulator.endpoint())
          .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
          .build();

  /** The published events, oldest first. */
  List<String> published() {
    return bus.events().stream().map(BusEvent::detail).toList();
  }

  @Override
  public void close() {
    client.close();
    simulator.close();
  }
}
