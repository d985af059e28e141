package dev.bedrockinventory.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One model import job: in progress until its end time, then completed or failed.
 *
 * @param model the model that it creates when it completes
 * @param modelTags the tags of that model
 * @param failure why it fails; absent when it completes
 */
public record ImportJob(
    String arn,
    String name,
    String roleArn,
    Optional<JsonNode> vpcConfig,
    ImportedModel model,
    Map<String, String> modelTags,
    Instant createdAt,
    Instant endsAt,
    Optional<String> failure) {

  /** Copies the tags, so that a job never changes. */
  public ImportJob {
    modelTags = Map.copyOf(modelTags);
  }

  /** {@code InProgress}, {@code Completed} or {@code Failed}. */
  public String status(Instant now) {
    if (now.isBefore(endsAt)) {
      return "InProgress";
    }
    return failure.isPresent() ? "Failed" : "Completed";
  }

  /** The summary in the list of jobs. */
  public ObjectNode summary(Instant now) {
    boolean ended = !now.isBefore(endsAt);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("jobArn", arn);
    json.put("jobName", name);
    json.put("status", status(now));
    json.put("creationTime", createdAt.toString());
    json.put("lastModifiedTime", (ended ? endsAt : createdAt).toString());
    json.put("importedModelName", model.name());
    if (ended) {
      json.put("endTime", endsAt.toString());
      if (failure.isEmpty()) {
        json.put("importedModelArn", model.arn());
      }
    }
    return json;
  }

  /** The response of Get. */
  public ObjectNode detail(Instant now) {
    var json = summary(now);
    json.put("roleArn", roleArn);
    json.putObject("modelDataSource").putObject("s3DataSource").put("s3Uri", model.source());
    vpcConfig.ifPresent(config -> json.set("vpcConfig", config.deepCopy()));
    model.kmsKeyArn().ifPresent(key -> json.put("importedModelKmsKeyArn", key));
    if (!now.isBefore(endsAt)) {
      failure.ifPresent(message -> json.put("failureMessage", message));
    }
    return json;
  }
}
