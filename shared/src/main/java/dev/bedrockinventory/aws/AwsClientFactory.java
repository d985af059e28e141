package dev.bedrockinventory.aws;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** Builds AWS clients, which share one HTTP client. Thread-safe. */
public final class AwsClientFactory {
  private final SdkHttpClient http;

  /** The system property of the JDK; it is read with the first request of the process. */
  private static final String CONNECTIONS = "http.maxConnections";

  /** The idle connections to one service that are reused; the JDK's default is 5. */
  private static final String MAX_IDLE = "16";

  /** A factory of clients over the JDK's URL connections, with the SDK's timeouts. */
  public AwsClientFactory() {
    this(UrlConnectionHttpClient.create());
    if (System.getProperty(CONNECTIONS) == null) {
      System.setProperty(CONNECTIONS, MAX_IDLE);
    }
  }

  /** A factory of clients over another HTTP client, which closing a client leaves open. */
  public AwsClientFactory(SdkHttpClient http) {
    this.http = http;
  }

  /**
   * Builds one client.
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
    endpoint.ifPresent(builder::endpointOverride);
    return builder.build();
  }

  /** The SDK's standard retries, with a maximum number of attempts of one call. */
  public static ClientOverrideConfiguration.Builder retries(int attempts) {
    return ClientOverrideConfiguration.builder()
        .retryStrategy(
            AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(attempts).build());
  }
}
