package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.aws.AwsClientFactory;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.settings.Endpoints;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Builds the command line's AWS clients; they time out within seconds, since a person waits. */
public final class AwsClients {
  private static final int ATTEMPTS = 3;
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(20);
  private static final AwsClientFactory FACTORY =
      new AwsClientFactory(
          UrlConnectionHttpClient.builder()
              .connectionTimeout(CONNECTION_TIMEOUT)
              .socketTimeout(SOCKET_TIMEOUT)
              .build());
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  /** DynamoDB Local accepts any key of letters and digits. */
  private static final AwsCredentialsProvider DUMMY = dummy("local");

  private AwsClients() {}

  /**
   * The client of the DynamoDB that the options specify.
   *
   * @param endpoint its endpoint, absent if it is AWS
   * @throws UsageException if the table's region is not specified
   */
  public static DynamoDbClient dynamo(AwsOptions aws, Optional<URI> endpoint) {
    return build(
        DynamoDbClient.builder(),
        region(aws, endpoint, "the table"),
        credentials(aws, endpoint),
        endpoint);
  }

  /**
   * The client of the EventBridge that the options specify.
   *
   * @param specified its endpoint, unless the environment specifies it
   * @throws UsageException if the bus's region is not specified
   */
  public static EventBridgeClient events(
      AwsOptions aws, Optional<URI> specified, CliContext context) {
    var endpoint = specified.or(() -> Endpoints.find(context.environment(), "EVENTBRIDGE"));
    return build(
        EventBridgeClient.builder(),
        region(aws, endpoint, "the event bus"),
        credentials(aws, endpoint),
        endpoint);
  }

  /**
   * The endpoint of DynamoDB, if it is not AWS.
   *
   * @throws UsageException if the option is not a valid URL
   * @throws dev.bedrockinventory.settings.InvalidSettingsException if the variable is not a valid
   *     URL
   */
  public static Optional<URI> endpoint(AwsOptions aws, CliContext context) {
    return aws.dynamodb().or(() -> Endpoints.find(context.environment(), "DYNAMODB"));
  }

  /** The client of a DynamoDB Local in this process; it sees the same tables in every region. */
  public static DynamoDbClient local(URI endpoint) {
    return build(DynamoDbClient.builder(), Region.US_EAST_1, DUMMY, Optional.of(endpoint));
  }

  /** The client of a simulated Bedrock in this process, for the user of the access key. */
  public static BedrockClient bedrock(URI endpoint, String region, String accessKey) {
    return build(
        BedrockClient.builder(), Region.of(region), dummy(accessKey), Optional.of(endpoint));
  }

  private static <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C build(
      B builder, Region region, AwsCredentialsProvider credentials, Optional<URI> endpoint) {
    var configuration = AwsClientFactory.retries(ATTEMPTS).build();
    return build(builder, region, credentials, endpoint, configuration);
  }

  /** Builds a client with its own retries and timeouts. */
  static <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C build(
      B builder,
      Region region,
      AwsCredentialsProvider credentials,
      Optional<URI> endpoint,
      ClientOverrideConfiguration configuration) {
    return FACTORY.build(builder, region, credentials, endpoint, configuration);
  }

  /**
   * The credentials for a service: those of the specified profile and no others, otherwise those of
   * the environment. A service on this machine needs none, so dummy credentials are used.
   *
   * @throws UsageException if there is no such profile
   */
  public static AwsCredentialsProvider credentials(AwsOptions aws, Optional<URI> endpoint) {
    return credentials(aws, endpoint, DUMMY);
  }

  /** The same for a service that reads the account from the dummy key. */
  public static AwsCredentialsProvider credentials(
      AwsOptions aws, Optional<URI> endpoint, String account) {
    return credentials(aws, endpoint, dummy(account + "inventory"));
  }

  /** Whether an endpoint is on this machine. */
  public static boolean isLocal(URI endpoint) {
    return LOOPBACK.contains(endpoint.getHost());
  }

  private static AwsCredentialsProvider credentials(
      AwsOptions aws, Optional<URI> endpoint, AwsCredentialsProvider dummy) {
    if (aws.profile().isPresent()) {
      return ProfileCredentialsProvider.create(aws.profile().get());
    }
    if (endpoint.filter(AwsClients::isLocal).isPresent()) {
      return AwsCredentialsProviderChain.of(
          SystemPropertyCredentialsProvider.create(),
          EnvironmentVariableCredentialsProvider.create(),
          ProfileCredentialsProvider.create(),
          dummy);
    }
    return DefaultCredentialsProvider.builder().build();
  }

  private static AwsCredentialsProvider dummy(String key) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "local"));
  }

  /**
   * The environment's or the profile's own region, if it has one. Instance metadata is not read: on
   * a laptop that would take seconds to fail.
   */
  public static Optional<Region> ownRegion(AwsOptions aws) {
    try {
      return Optional.of(
          new AwsRegionProviderChain(
                  new SystemSettingsRegionProvider(),
                  new AwsProfileRegionProvider(null, aws.profile().orElse(null)))
              .getRegion());
    } catch (SdkClientException e) {
      return Optional.empty();
    }
  }

  private static Region region(AwsOptions aws, Optional<URI> endpoint, String what) {
    return ownRegion(aws)
        .or(() -> aws.areRegionsFilterOnly() ? Optional.empty() : firstRegion(aws))
        .or(() -> endpoint.map(_ -> Region.US_EAST_1))
        .orElseThrow(() ->
            new UsageException(
                "no region specified for %s: set AWS_REGION, or use a profile that has a"
                        .formatted(what)
                    + " region with --profile"
                    + (aws.areRegionsFilterOnly()
                        ? "; --region only filters the changes"
                        : ", or use --region")));
  }

  private static Optional<Region> firstRegion(AwsOptions aws) {
    return aws.regions().stream().findFirst().map(Region::of);
  }
}
