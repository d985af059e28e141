package dev.bedrockinventory.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * A request to import a model.
 *
 * @param source the {@code s3://} address of the weights
 * @param requestToken a repeated token starts no second job
 */
public record ImportRequest(
    String jobName,
    String modelName,
    String roleArn,
    String source,
    Optional<String> kmsKeyArn,
    Optional<JsonNode> vpcConfig,
    Map<String, String> jobTags,
    Map<String, String> modelTags,
    Optional<String> requestToken) {

  /** Copies the tags, so that a request never changes. */
  public ImportRequest {
    jobTags = Map.copyOf(jobTags);
    modelTags = Map.copyOf(modelTags);
  }
}
