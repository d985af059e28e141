package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.aws.Loopback;
import dev.bedrockinventory.bedrock.Pacer;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.context.UsageException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.sts.StsClient;

/** A sweep's access to AWS: the account of the credentials, the regions, and their clients. */
public final class AwsAccess {
  private static final int ATTEMPTS = 2;
  private static final int LOCAL_CALLS_A_SECOND = 100;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final AwsOptions aws;
  private final CliContext context;
  private final Optional<URI> bedrock;
  private final Optional<URI> tagging;

  /**
   * Creates the access that the options specify.
   *
   * @throws UsageException if an option is not a valid URL
   * @throws dev.bedrockinventory.settings.InvalidSettingsException if a variable or a setting of
   *     the profile is not a valid URL
   */
  public AwsAccess(AwsOptions aws, CliContext context) {
    this.aws = aws;
    this.context = context;
    this.bedrock = aws.endpoint(aws.bedrock(), "BEDROCK", context);
    this.tagging = aws.endpoint(aws.tagging(), "RESOURCE_GROUPS_TAGGING_API", context);
  }

  /**
   * The regions to sweep, if they are specified: those of the option, each once, otherwise the
   * environment's own. Absent if the regions are those that each account has enabled.
   *
   * @throws UsageException if no region is specified, or one does not exist: a misspelt region
   *     would be recorded as one without Bedrock
   */
  public Optional<List<String>> regions() {
    if (aws.areAllRegions()) {
      return Optional.empty();
    }
    var named = aws.regions().stream().distinct().toList();
    var regions =
        named.isEmpty()
            ? List.of(
                AwsClients.ownRegion(aws)
                    .map(Region::id)
                    .orElseThrow(() ->
                        new UsageException(
                            "no region specified: use --region REGION, or set AWS_REGION")))
            : named;
    regions.forEach(AwsAccess::checkRegion);
    return Optional.of(regions);
  }

  /**
   * Checks the regions before anything is called.
   *
   * @throws UsageException as {@link #regions} and {@link #homeRegion}
   */
  public void checkRegions() {
    var _ = homeRegion();
  }

  /**
   * The region of the services that do not belong to a swept region, such as STS; any region of the
   * partition would do.
   *
   * @throws UsageException if it does not exist
   */
  String homeRegion() {
    return regions()
        .map(List::getFirst)
        .orElseGet(() -> {
          var region = AwsClients.ownRegion(aws).orElse(Region.US_EAST_1).id();
          checkRegion(region);
          return region;
        });
  }

  /**
   * The account to sweep. A specified account is trusted if STS is not available; otherwise the
   * credentials must be of that account: an inventory of one account under the id of another would
   * find everything deleted.
   *
   * @throws UsageException if the id is malformed, or the credentials are of another account
   * @throws CommandFailedException if no account was specified and STS does not return one
   */
  public String account(Optional<String> named) {
    named.ifPresent(AwsOptions::checkAccount);
    try (var client = client(StsClient.builder(), "STS", named)) {
      return account(named, client);
    }
  }

  private static String account(Optional<String> named, StsClient client) {
    try {
      var actual = client.getCallerIdentity().account();
      named
          .filter(account -> !account.equals(actual))
          .ifPresent(account -> reject(account, actual));
      return actual;
    } catch (SdkException e) {
      return named.orElseThrow(() -> StsErrors.failure(e, client));
    }
  }

  /** The clients of one account and region. */
  public SourceClients clients(AccountAccess.Granted account, String region) {
    return new SourceClients(
        source(BedrockClient.builder(), account, region, bedrock),
        source(ResourceGroupsTaggingApiClient.builder(), account, region, tagging),
        new Pacer(callsASecond(), context.clock(), Thread::sleep),
        context.clock());
  }

  private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C source(
      B builder, AccountAccess.Granted account, String region, Optional<URI> endpoint) {
    return build(
        builder,
        region,
        account
            .assumed()
            .orElseGet(() -> AwsClients.credentials(aws, endpoint, context, account.account())),
        endpoint,
        AwsClients.retries(aws, endpoint, context).policy().configuration());
  }

  /**
   * A client of the home region with the caller's own credentials.
   *
   * @param service the name in the SDK's variables, such as {@code STS}
   * @param named the account of dummy credentials, for a service on this machine
   */
  <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(
      B builder, String service, Optional<String> named) {
    return client(builder, service, own(service, named));
  }

  /** The same with other credentials. */
  <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(
      B builder, String service, AwsCredentialsProvider credentials) {
    var endpoint = endpoint(service);
    var configuration =
        AwsClients.retries(aws, endpoint, context)
            .configuration(ATTEMPTS)
            .apiCallTimeout(TIMEOUT)
            .build();
    return build(builder, homeRegion(), credentials, endpoint, configuration);
  }

  /** The caller's own credentials for a service. */
  AwsCredentialsProvider own(String service, Optional<String> named) {
    var endpoint = endpoint(service);
    return named
        .map(account -> AwsClients.credentials(aws, endpoint, context, account))
        .orElseGet(() -> AwsClients.credentials(aws, endpoint, context));
  }

  private Optional<URI> endpoint(String service) {
    return aws.endpoint(Optional.empty(), service, context).or(this::local);
  }

  private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C build(
      B builder,
      String region,
      AwsCredentialsProvider credentials,
      Optional<URI> endpoint,
      ClientOverrideConfiguration configuration) {
    return AwsClients.build(
        builder, Region.of(region), credentials, endpoint, configuration, aws, context);
  }

  /** A simulated Bedrock on this machine simulates STS and the others, too. */
  private Optional<URI> local() {
    return bedrock.filter(Loopback::contains);
  }

  /** A simulated Bedrock on this machine has no rate limits. */
  private int callsASecond() {
    return local().isPresent() ? LOCAL_CALLS_A_SECOND : Pacer.CALLS_A_SECOND;
  }

  private static void checkRegion(String name) {
    var region = Region.of(name);
    if (!Region.regions().contains(region) || region.isGlobalRegion()) {
      throw new UsageException(
          "'%s' is not an AWS region known to this version; check the name".formatted(name));
    }
  }

  private static void reject(String named, String actual) {
    throw new UsageException(
        "--account is %s, but the credentials are of account %s; use credentials of %s, or omit --account"
            .formatted(named, actual, named));
  }
}
