package dev.bedrockinventory.functions;

import dev.bedrockinventory.account.AccountCredentials;
import dev.bedrockinventory.aws.RecentlyUsed;
import dev.bedrockinventory.bedrock.BedrockSource;
import dev.bedrockinventory.bedrock.ClientPolicy;
import dev.bedrockinventory.bedrock.Pacers;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.sweep.Source;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;

/**
 * Creates the source of each task. The clients of an account and region are built once, as long as
 * they are used, and share a pacer. Thread-safe.
 */
final class SourceFactory {
  /** About 55 KB each: 11 MB. An instance sweeps one account and region after another. */
  private static final int MOST = 200;

  private final LambdaClients clients;
  private final AccountCredentials accounts;
  private final ClientPolicy policy;
  private final Pacers pacers;
  private final InstantSource clock;
  private final RecentlyUsed<Key, Pair> pairs = new RecentlyUsed<>(MOST, this::pair);

  SourceFactory(
      LambdaClients clients,
      AccountCredentials accounts,
      ClientPolicy policy,
      Pacers pacers,
      InstantSource clock) {
    this.clients = clients;
    this.accounts = accounts;
    this.policy = policy;
    this.pacers = pacers;
    this.clock = clock;
  }

  /** A source that has made no call. */
  Source source(Scope scope, Optional<String> roleName) {
    var pair = clients(scope, roleName);
    return new BedrockSource(
        pair.bedrock(), pair.tagging(), pacers.pacer(scope.account(), scope.region()), clock);
  }

  /** The clients of a scope's source. */
  Pair clients(Scope scope, Optional<String> roleName) {
    return pairs.get(new Key(scope.account(), scope.region(), roleName));
  }

  private Pair pair(Key key) {
    var credentials = accounts.credentials(key.account(), key.roleName());
    return new Pair(
        clients.bedrock(key.region(), credentials, policy.configuration()),
        clients.tagging(key.region(), credentials, policy.configuration()));
  }

  /** The clients of one account and region. */
  record Pair(BedrockClient bedrock, ResourceGroupsTaggingApiClient tagging) {}

  private record Key(String account, String region, Optional<String> roleName) {}
}
