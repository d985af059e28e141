package dev.bedrockinventory.aws;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/** Builds AWS clients, which share one HTTP client. Thread-safe. */
public final class AwsClientFactory {
  private final SdkHttpClient http;

  /** A factory of clients over the JDK's URL connections. */
  public AwsClientFactory(NetworkSettings network) {
    this(new NetworkHttpClient(network));
  }

  /** A factory of clients over another HTTP client, which closing a client leaves open. */
  public AwsClientFactory(SdkHttpClient http) {
    this.http = http;
  }

  /**
   * Builds one client. The switches for FIPS and dual-stack endpoints choose among the hosts of
   * AWS, so they do not apply to an endpoint.
   *
   * @param endpoint the service's endpoint, if it is not AWS
   * @param configuration its retries and timeouts
   */
  public <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C build(
      B builder,
      Region region,
      AwsCredentialsProvider credentials,
      Optional<URI> endpoint,
      ClientOverrideConfiguration configuration) {
    builder
        .httpClient(http)
        .region(region)
        .credentialsProvider(credentials)
        .overrideConfiguration(configuration);
    endpoint.ifPresent(
        url -> builder.endpointOverride(url).fipsEnabled(false).dualstackEnabled(false));
    return builder.build();
  }

  /** The SDK's standard retries, with a maximum number of attempts of one call. */
  public static ClientOverrideConfiguration.Builder retries(int attempts) {
    return ClientOverrideConfiguration.builder()
        .retryStrategy(
            AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(attempts).build());
  }
}
