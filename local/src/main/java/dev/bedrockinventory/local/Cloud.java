package dev.bedrockinventory.local;

import dev.bedrockinventory.bedrock.ClientPolicy;
import dev.bedrockinventory.bedrock.Pacer;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The AWS that a sweep looks at: an account, its regions, and the clients that ask there. */
final class Cloud {
  private static final String BEDROCK = "BEDROCK";
  private static final int STS_ATTEMPTS = 2;
  private static final int LOCAL_CALLS_A_SECOND = 100;
  private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration STS_TIMEOUT = Duration.ofSeconds(10);

  private final AwsOptions aws;
  private final Surroundings surroundings;

  Cloud(AwsOptions aws, Surroundings surroundings) {
    this.aws = aws;
    this.surroundings = surroundings;
  }

  /**
   * Where to look: the regions that were named, each once, else the environment's own.
   *
   * @throws UsageException if nothing tells a region
   */
  List<String> regions() {
    var named = aws.regions().stream().distinct().toList();
    return named.isEmpty()
        ? List.of(
            Clients.ownRegion(aws)
                .map(Region::id)
                .orElseThrow(() ->
                    new UsageException("where to look? give --region REGION, or set AWS_REGION")))
        : named;
  }

  /**
   * Whose resources are looked at. An account that was named is believed where STS cannot be asked;
   * where it can, the credentials have to be of that account: an inventory of one account under the
   * name of another would find everything gone.
   *
   * @throws UsageException if the name is malformed, or the credentials are of another account
   * @throws CommandFailedException if no account was named and STS does not tell one
   */
  String account(Optional<String> named, String region) {
    named.ifPresent(Cloud::checkForm);
    if (named.isPresent() && endpoint(aws.bedrock(), BEDROCK).isPresent()) {
      return named.get();
    }
    var endpoint = endpoint(Optional.empty(), "STS").or(() -> local(aws.bedrock()));
    var builder = StsClient.builder();
    var credentials = Clients.credentials(aws, endpoint);
    try (var sts = build(builder, region, endpoint, credentials, impatient())) {
      var told = sts.getCallerIdentity().account();
      named.filter(account -> !account.equals(told)).ifPresent(account -> refuse(account, told));
      return told;
    } catch (SdkException e) {
      return named.orElseThrow(() -> unknown(e));
    }
  }

  /** The clients of one account and region. */
  SourceClients clients(String account, String region) {
    var policy = ClientPolicy.standard().configuration();
    var bedrock = endpoint(aws.bedrock(), BEDROCK);
    var tagging = endpoint(aws.tagging(), "RESOURCE_GROUPS_TAGGING_API");
    return new SourceClients(
        build(
            BedrockClient.builder(),
            region,
            bedrock,
            Clients.credentials(aws, bedrock, account),
            policy),
        build(
            ResourceGroupsTaggingApiClient.builder(),
            region,
            tagging,
            Clients.credentials(aws, tagging, account),
            policy),
        new Pacer(callsASecond(bedrock), surroundings.clock(), Thread::sleep),
        surroundings.clock());
  }

  private static <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C build(
      B builder,
      String region,
      Optional<URI> endpoint,
      AwsCredentialsProvider credentials,
      ClientOverrideConfiguration configuration) {
    builder
        .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECTION_TIMEOUT))
        .region(Region.of(region))
        .credentialsProvider(credentials)
        .overrideConfiguration(configuration);
    endpoint.ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private Optional<URI> endpoint(Optional<URI> option, String service) {
    return option
        .or(() -> surroundings.variable("AWS_ENDPOINT_URL_" + service).map(URI::create))
        .or(() -> surroundings.variable("AWS_ENDPOINT_URL").map(URI::create));
  }

  /** What answers as Bedrock on this machine answers as STS, too. */
  private static Optional<URI> local(Optional<URI> endpoint) {
    return endpoint.filter(Clients::isLocal);
  }

  /** What answers as Bedrock on this machine has no account's rate limits to spare. */
  private static int callsASecond(Optional<URI> bedrock) {
    return local(bedrock).isPresent() ? LOCAL_CALLS_A_SECOND : Pacer.CALLS_A_SECOND;
  }

  private static ClientOverrideConfiguration impatient() {
    return ClientOverrideConfiguration.builder()
        .retryStrategy(
            AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(STS_ATTEMPTS).build())
        .apiCallTimeout(STS_TIMEOUT)
        .build();
  }

  private static void checkForm(String account) {
    if (Scope.find(account, Region.US_EAST_1.id(), Kind.IMPORTED_MODEL).isEmpty()) {
      throw new UsageException(
          "--account '%s' is no account id; expected twelve digits such as 111122223333"
              .formatted(account));
    }
  }

  private static void refuse(String named, String told) {
    throw new UsageException(
        "--account is %s, but the credentials are of account %s; use those of %s, or leave --account out"
            .formatted(named, told, named));
  }

  private static CommandFailedException unknown(SdkException e) {
    return new CommandFailedException(
        "AWS STS does not tell which account the credentials are of (%s); mend them, or give --account where STS cannot be reached"
            .formatted(words(e)),
        e);
  }

  /** The SDK's own words on missing credentials are those of every place that it looked in. */
  private static String words(SdkException e) {
    var message = String.valueOf(e.getMessage());
    return message.startsWith("Unable to load credentials")
        ? "there are none: sign in, name a profile with --profile, or set AWS_ACCESS_KEY_ID and"
            + " AWS_SECRET_ACCESS_KEY"
        : message;
  }
}
