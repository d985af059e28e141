package dev.bedrockinventory.functions;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * How every AWS client is built: over the JDK's URL connections, and to where the SDK's standard
 * variables say, such as {@code AWS_ENDPOINT_URL}. Thread-safe; its clients live as long as it.
 */
final class Clients {
  private static final String ENDPOINT = "AWS_ENDPOINT_URL";

  private final Map<String, String> environment;
  private final SdkHttpClient http = UrlConnectionHttpClient.create();

  Clients(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * Builds one client.
   *
   * @param service the service's id as the standard variables spell it, such as {@code DYNAMODB}
   */
  <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C build(
      B builder,
      String service,
      String region,
      AwsCredentialsProvider credentials,
      ClientOverrideConfiguration configuration) {
    builder
        .httpClient(http)
        .region(Region.of(region))
        .credentialsProvider(credentials)
        .overrideConfiguration(configuration);
    endpoint(service).ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private Optional<URI> endpoint(String service) {
    return variable(ENDPOINT + "_" + service).or(() -> variable(ENDPOINT)).map(URI::create);
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
