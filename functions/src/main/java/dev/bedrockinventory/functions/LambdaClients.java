package dev.bedrockinventory.functions;

import dev.bedrockinventory.settings.Endpoints;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Builds every AWS client: over the JDK's URL connections, with the endpoints of the SDK's standard
 * variables such as {@code AWS_ENDPOINT_URL}. Thread-safe; its clients live as long as it.
 */
final class LambdaClients {
  private static final int ATTEMPTS = 3;
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

  private final Map<String, String> environment;
  private final SdkHttpClient http;

  LambdaClients(Map<String, String> environment) {
    this(environment, UrlConnectionHttpClient.create());
  }

  /** Clients over another HTTP client. */
  LambdaClients(Map<String, String> environment, SdkHttpClient http) {
    this.environment = Map.copyOf(environment);
    this.http = http;
  }

  BedrockClient bedrock(
      String region,
      AwsCredentialsProvider credentials,
      ClientOverrideConfiguration configuration) {
    return build(BedrockClient.builder(), "BEDROCK", region, credentials, configuration);
  }

  ResourceGroupsTaggingApiClient tagging(
      String region,
      AwsCredentialsProvider credentials,
      ClientOverrideConfiguration configuration) {
    return build(
        ResourceGroupsTaggingApiClient.builder(),
        "RESOURCE_GROUPS_TAGGING_API",
        region,
        credentials,
        configuration);
  }

  DynamoDbClient dynamo(String region, AwsCredentialsProvider credentials) {
    return build(DynamoDbClient.builder(), "DYNAMODB", region, credentials, patient());
  }

  EventBridgeClient eventBridge(String region, AwsCredentialsProvider credentials) {
    return build(EventBridgeClient.builder(), "EVENTBRIDGE", region, credentials, patient());
  }

  SqsClient sqs(String region, AwsCredentialsProvider credentials) {
    return build(SqsClient.builder(), "SQS", region, credentials, patient());
  }

  SsmClient ssm(String region, AwsCredentialsProvider credentials) {
    return build(SsmClient.builder(), "SSM", region, credentials, patient());
  }

  StsClient sts(String region, AwsCredentialsProvider credentials) {
    return build(StsClient.builder(), "STS", region, credentials, patient());
  }

  private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C build(
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
    Endpoints.find(environment, service).ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private static ClientOverrideConfiguration patient() {
    return ClientOverrideConfiguration.builder()
        .retryStrategy(
            AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS).build())
        .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
        .apiCallTimeout(CALL_TIMEOUT)
        .build();
  }
}
