package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.cli.aws.AwsClients;
import dev.bedrockinventory.simulator.Simulator;
import java.net.URI;
import java.util.function.Consumer;
import software.amazon.awssdk.services.bedrock.BedrockClient;

/** The people of the account, who call the simulated API like any client. */
final class ApiUsers {
  private final URI endpoint;
  private final String account;

  ApiUsers(Simulator simulator, String account) {
    this.endpoint = simulator.endpoint();
    this.account = account;
  }

  /** Calls the API of a region as a user. */
  void as(String user, String region, Consumer<BedrockClient> calls) {
    try (var client = AwsClients.bedrock(endpoint, region, account + user)) {
      calls.accept(client);
    }
  }
}
