package dev.bedrockinventory.functions;

import dev.bedrockinventory.aws.AwsClientFactory;
import dev.bedrockinventory.settings.Endpoints;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Builds every AWS client, with the endpoints of the SDK's standard variables such as {@code
 * AWS_ENDPOINT_URL}: those of the hub with the functions' own credentials, those of a source for
 * any account and region. Thread-safe.
 */
final class LambdaClients {
  private static final int ATTEMPTS = 3;
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);

  private final AwsClientFactory factory;
  private final Map<String, String> environment;
  private final String region;
  private final AwsCredentialsProvider own;

  LambdaClients(
      AwsClientFactory factory,
      Map<String, String> environment,
      String region,
      AwsCredentialsProvider own) {
    this.factory = factory;
    this.environment = Map.copyOf(environment);
    this.region = region;
    this.own = own;
  }

  /** The functions' own credentials. */
  AwsCredentialsProvider own() {
    return own;
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

  DynamoDbClient dynamo() {
    return hub(DynamoDbClient.builder(), "DYNAMODB");
  }

  EventBridgeClient eventBridge() {
    return hub(EventBridgeClient.builder(), "EVENTBRIDGE");
  }

  /** The service is global: the SDK selects the endpoint of the region's partition. */
  OrganizationsClient organizations() {
    return hub(OrganizationsClient.builder(), "ORGANIZATIONS");
  }

  SqsClient sqs() {
    return hub(SqsClient.builder(), "SQS");
  }

  SsmClient ssm() {
    return hub(SsmClient.builder(), "SSM");
  }

  StsClient sts() {
    return hub(StsClient.builder(), "STS");
  }

  private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C hub(
      B builder, String service) {
    var configuration =
        AwsClientFactory.retries(ATTEMPTS)
            .apiCallAttemptTimeout(ATTEMPT_TIMEOUT)
            .apiCallTimeout(CALL_TIMEOUT)
            .build();
    return build(builder, service, region, own, configuration);
  }

  private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C build(
      B builder,
      String service,
      String region,
      AwsCredentialsProvider credentials,
      ClientOverrideConfiguration configuration) {
    return factory.build(
        builder,
        Region.of(region),
        credentials,
        Endpoints.find(environment, service),
        configuration);
  }
}
