package dev.bedrockinventory.simulator;

import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The real SDK's clients of one user in one region, without retries. */
record TestClients(URI endpoint, String region, AwsCredentialsProvider credentials) {
  static final String ACCOUNT = "111122223333";
  static final String OHIO = "us-east-2";

  /** The number of system-defined profiles in {@link #OHIO}. */
  static final int LISTED = 64;

  static TestClients of(Simulator simulator) {
    return of(simulator, ACCOUNT + "alice", OHIO);
  }

  static TestClients of(Simulator simulator, String accessKey, String region) {
    var keys = AwsBasicCredentials.create(accessKey, "secret");
    return new TestClients(simulator.endpoint(), region, StaticCredentialsProvider.create(keys));
  }

  BedrockClient bedrock(ExecutionInterceptor... interceptors) {
    return build(BedrockClient.builder(), interceptors);
  }

  ResourceGroupsTaggingApiClient tagging(ExecutionInterceptor... interceptors) {
    return build(ResourceGroupsTaggingApiClient.builder(), interceptors);
  }

  AccountClient account() {
    return build(AccountClient.builder());
  }

  OrganizationsClient organizations() {
    return build(OrganizationsClient.builder());
  }

  StsClient sts() {
    return build(StsClient.builder());
  }

  SsmClient ssm() {
    return build(SsmClient.builder());
  }

  SqsClient sqs() {
    return build(SqsClient.builder());
  }

  EventBridgeClient events() {
    return build(EventBridgeClient.builder());
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
      B builder, ExecutionInterceptor... interceptors) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(region))
        .credentialsProvider(credentials)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(configuration ->
            configuration
                .executionInterceptors(List.of(interceptors))
                .retryStrategy(RetryMode.STANDARD)
                .retryStrategy(b -> b.maxAttempts(1)))
        .build();
  }
}
