package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.aws.Loopback;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.UsageException;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Builds the command line's AWS clients; they time out within seconds, since a person waits. */
public final class AwsClients {
  private static final int ATTEMPTS = 3;

  /** DynamoDB Local accepts any key of letters and digits. */
  private static final AwsCredentialsProvider DUMMY = dummy("local");

  private AwsClients() {}

  /**
   * The client of the DynamoDB that the options specify.
   *
   * @param endpoint its endpoint, absent if it is AWS
   * @throws UsageException if the table's region is not specified
   */
  public static DynamoDbClient dynamo(AwsOptions aws, Optional<URI> endpoint, CliContext context) {
    return build(
        DynamoDbClient.builder(), region(aws, endpoint, "the table"), endpoint, aws, context);
  }

  /**
   * The client of the EventBridge that the options specify.
   *
   * @param specified its endpoint, unless the environment specifies it
   * @throws UsageException if the bus's region is not specified
   */
  public static EventBridgeClient events(
      AwsOptions aws, Optional<URI> specified, CliContext context) {
    var endpoint = aws.endpoint(specified, "EVENTBRIDGE", context);
    return build(
        EventBridgeClient.builder(),
        region(aws, endpoint, "the event bus"),
        endpoint,
        aws,
        context);
  }

  /**
   * The endpoint of DynamoDB, if it is not AWS.
   *
   * @throws UsageException if the option is not a valid URL
   * @throws dev.bedrockinventory.settings.InvalidSettingsException if the variable or the profile's
   *     setting is not a valid URL
   */
  public static Optional<URI> endpoint(AwsOptions aws, CliContext context) {
    return aws.endpoint(aws.dynamodb(), "DYNAMODB", context);
  }

  /**
   * The client of a DynamoDB Local in this process; it sees the same tables in every region.
   *
   * @throws dev.bedrockinventory.settings.InvalidSettingsException if a configuration file has an
   *     error, since the SDK reads them for every client
   */
  public static DynamoDbClient local(URI endpoint) {
    var _ = ProfileFiles.read();
    return local(DynamoDbClient.builder(), Region.US_EAST_1, DUMMY, endpoint);
  }

  /** The client of a simulated Bedrock in this process, for the user of the access key. */
  public static BedrockClient bedrock(URI endpoint, String region, String accessKey) {
    return local(BedrockClient.builder(), Region.of(region), dummy(accessKey), endpoint);
  }

  private static <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C local(
      B builder, Region region, AwsCredentialsProvider credentials, URI endpoint) {
    return AwsSession.LOCAL.build(
        builder,
        region,
        credentials,
        Optional.of(endpoint),
        RetrySettings.STANDARD.configuration(ATTEMPTS).build());
  }

  private static <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C build(
      B builder, Region region, Optional<URI> endpoint, AwsOptions aws, CliContext context) {
    return build(
        builder,
        region,
        credentials(aws, endpoint, context),
        endpoint,
        retries(aws, endpoint, context).configuration(ATTEMPTS).build(),
        aws,
        context);
  }

  /** Builds a client with its own credentials, retries and timeouts. */
  static <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C build(
      B builder,
      Region region,
      AwsCredentialsProvider credentials,
      Optional<URI> endpoint,
      ClientOverrideConfiguration configuration,
      AwsOptions aws,
      CliContext context) {
    return isLocal(endpoint)
        ? AwsSession.LOCAL.build(builder, region, credentials, endpoint, configuration)
        : aws.session(context).build(builder, region, credentials, endpoint, configuration);
  }

  /** The configured retries; a service on this machine has the standard ones. */
  static RetrySettings retries(AwsOptions aws, Optional<URI> endpoint, CliContext context) {
    return isLocal(endpoint) ? RetrySettings.STANDARD : aws.session(context).retries();
  }

  /**
   * The credentials for a service: those of the specified profile and no others, otherwise those of
   * the environment. A service on this machine needs none, so dummy credentials are used.
   *
   * @throws UsageException if there is no such profile
   */
  public static AwsCredentialsProvider credentials(
      AwsOptions aws, Optional<URI> endpoint, CliContext context) {
    return credentials(aws, endpoint, context, DUMMY);
  }

  /** The same for a service that reads the account from the dummy key. */
  public static AwsCredentialsProvider credentials(
      AwsOptions aws, Optional<URI> endpoint, CliContext context, String account) {
    return credentials(aws, endpoint, context, dummy(account + "inventory"));
  }

  /** Whether there is an endpoint, and it is on this machine. */
  static boolean isLocal(Optional<URI> endpoint) {
    return endpoint.filter(Loopback::contains).isPresent();
  }

  private static AwsCredentialsProvider credentials(
      AwsOptions aws, Optional<URI> endpoint, CliContext context, AwsCredentialsProvider dummy) {
    if (isLocal(endpoint) && !aws.hasProfile()) {
      return AwsCredentialsProviderChain.of(
          SystemPropertyCredentialsProvider.create(),
          EnvironmentVariableCredentialsProvider.create(),
          ProfileCredentialsProvider.create(),
          dummy);
    }
    return aws.session(context).credentials();
  }

  private static AwsCredentialsProvider dummy(String key) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "local"));
  }

  /**
   * The environment's or the profile's own region, if it has one. Instance metadata is not read: on
   * a laptop that would take seconds to fail.
   *
   * @throws UsageException if there is no such profile
   * @throws dev.bedrockinventory.settings.InvalidSettingsException if a configuration file has an
   *     error
   */
  public static Optional<Region> ownRegion(AwsOptions aws) {
    return SdkSystemSetting.AWS_REGION
        .getStringValue()
        .or(() -> aws.profile().setting(ProfileProperty.REGION))
        .map(Region::of);
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
    return aws.areAllRegions()
        ? Optional.empty()
        : aws.regions().stream().findFirst().map(Region::of);
  }
}
