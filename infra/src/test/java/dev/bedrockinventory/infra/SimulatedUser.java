package dev.bedrockinventory.infra;

import dev.bedrockinventory.simulator.Simulator;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.BedrockException;
import software.amazon.awssdk.services.bedrock.model.ModelDataSource;
import software.amazon.awssdk.services.bedrock.model.S3DataSource;
import software.amazon.awssdk.services.bedrock.model.Tag;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;

/** A user who changes resources through the API, which results in CloudTrail events. */
final class SimulatedUser implements AutoCloseable {
  private final String arnPrefix;
  private final BedrockClient bedrock;
  private final ResourceGroupsTaggingApiClient tagging;

  SimulatedUser(Simulator simulator, String account, String name, String region) {
    arnPrefix = "arn:aws:bedrock:%s:%s:".formatted(region, account);
    var keys = StaticCredentialsProvider.create(AwsBasicCredentials.create(account + name, "any"));
    bedrock = build(BedrockClient.builder(), simulator, region, keys);
    tagging = build(ResourceGroupsTaggingApiClient.builder(), simulator, region, keys);
  }

  /** Creates a profile; returns its ARN. */
  String createProfile(String name) {
    var source = arnPrefix + "inference-profile/us.amazon.nova-lite-v1:0";
    return bedrock
        .createInferenceProfile(
            request -> request.inferenceProfileName(name).modelSource(m -> m.copyFrom(source)))
        .inferenceProfileArn();
  }

  void tag(String arn, String key, String value) {
    bedrock.tagResource(
        request -> request.resourceARN(arn).tags(Tag.builder().key(key).value(value).build()));
  }

  void untag(String arn, String key) {
    bedrock.untagResource(request -> request.resourceARN(arn).tagKeys(key));
  }

  void tagThroughTheTaggingService(String arn, String key, String value) {
    tagging.tagResources(request -> request.resourceARNList(arn).tags(Map.of(key, value)));
  }

  void untagThroughTheTaggingService(String arn, String key) {
    tagging.untagResources(request -> request.resourceARNList(arn).tagKeys(key));
  }

  void delete(String profile) {
    bedrock.deleteInferenceProfile(request -> request.inferenceProfileIdentifier(profile));
  }

  /** Deletes a profile that does not exist, which fails. */
  void tryToDelete(String profile) {
    try {
      delete(profile);
    } catch (BedrockException expected) {
      return;
    }
    throw new AssertionError(profile + " existed");
  }

  /** Starts an import; returns the ARN of the job. */
  String importModel(String job, String model) {
    var source = S3DataSource.builder().s3Uri("s3://models/reader/").build();
    return bedrock
        .createModelImportJob(request ->
            request
                .jobName(job)
                .importedModelName(model)
                .roleArn("arn:aws:iam::111122223333:role/import")
                .modelDataSource(ModelDataSource.fromS3DataSource(source)))
        .jobArn();
  }

  void deleteModel(String model) {
    bedrock.deleteImportedModel(request -> request.modelIdentifier(model));
  }

  @Override
  public void close() {
    bedrock.close();
    tagging.close();
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(
      B builder, Simulator simulator, String region, StaticCredentialsProvider keys) {
    return builder
        .endpointOverride(simulator.endpoint())
        .region(Region.of(region))
        .credentialsProvider(keys)
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
