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

/** A sweep's access to AWS: an account, its regions, and their clients. */
public final class AwsAccess {
  private static final int STS_ATTEMPTS = 2;
  private static final int LOCAL_CALLS_A_SECOND = 100;
  private static final Duration STS_TIMEOUT = Duration.ofSeconds(10);

  private final AwsOptions aws;
  private final CliContext context;
  private final Optional<URI> bedrock;
  private final Optional<URI> tagging;
  private final Optional<URI> sts;

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
    this.sts = aws.endpoint(Optional.empty(), "STS", context).or(this::local);
  }

  /**
   * The regions to sweep: those of the option, each once, otherwise the environment's own.
   *
   * @throws UsageException if no region is specified, or one does not exist: a misspelt region
   *     would be recorded as one without Bedrock
   */
  public List<String> regions() {
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
    return regions;
  }

  /**
   * The account to sweep. A specified account is trusted if STS is not available; otherwise the
   * credentials must be of that account: an inventory of one account under the id of another would
   * find everything deleted.
   *
   * @throws UsageException if the id is malformed, or the credentials are of another account
   * @throws CommandFailedException if no account was specified and STS does not return one
   */
  public String account(Optional<String> named, String region) {
    named.ifPresent(AwsOptions::checkAccount);
    var credentials =
        named
            .map(account -> AwsClients.credentials(aws, sts, context, account))
            .orElseGet(() -> AwsClients.credentials(aws, sts, context));
    var configuration =
        AwsClients.retries(aws, sts, context)
            .configuration(STS_ATTEMPTS)
            .apiCallTimeout(STS_TIMEOUT)
            .build();
    try (var client = build(StsClient.builder(), region, credentials, sts, configuration)) {
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
  public SourceClients clients(String account, String region) {
    return new SourceClients(
        source(BedrockClient.builder(), account, region, bedrock),
        source(ResourceGroupsTaggingApiClient.builder(), account, region, tagging),
        new Pacer(callsASecond(), context.clock(), Thread::sleep),
        context.clock());
  }

  private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C source(
      B builder, String account, String region, Optional<URI> endpoint) {
    return build(
        builder,
        region,
        AwsClients.credentials(aws, endpoint, context, account),
        endpoint,
        AwsClients.retries(aws, endpoint, context).policy().configuration());
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

  /** A simulated Bedrock on this machine simulates STS, too. */
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
