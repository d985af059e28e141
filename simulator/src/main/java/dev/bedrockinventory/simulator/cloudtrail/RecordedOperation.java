package dev.bedrockinventory.simulator.cloudtrail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.simulator.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An operation whose calls are recorded, with the members of its request and response in the
 * service model. A record contains these members and no others.
 *
 * @param call its name in the API
 */
record RecordedOperation(Service service, String call, List<String> request, List<String> answer) {
  static final List<RecordedOperation> ALL =
      List.of(
          bedrock(
              "CreateInferenceProfile",
              List.of(
                  "inferenceProfileName",
                  "description",
                  "clientRequestToken",
                  "modelSource",
                  "tags"),
              List.of("inferenceProfileArn", "status")),
          bedrock("DeleteInferenceProfile", List.of("inferenceProfileIdentifier"), List.of()),
          bedrock("DeleteImportedModel", List.of("modelIdentifier"), List.of()),
          bedrock(
              "CreateModelImportJob",
              List.of(
                  "jobName",
                  "importedModelName",
                  "roleArn",
                  "modelDataSource",
                  "jobTags",
                  "importedModelTags",
                  "clientRequestToken",
                  "vpcConfig",
                  "importedModelKmsKeyId"),
              List.of("jobArn")),
          bedrock("TagResource", List.of("resourceARN", "tags"), List.of()),
          bedrock("UntagResource", List.of("resourceARN", "tagKeys"), List.of()),
          tagging("TagResources", List.of("ResourceARNList", "Tags")),
          tagging("UntagResources", List.of("ResourceARNList", "TagKeys")));

  /** Sensitive in Bedrock's model. */
  private static final List<String> SENSITIVE = List.of("description");

  private static final String HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";

  /** The service of the operation. */
  enum Service {
    BEDROCK,
    TAGGING;

    /** The source of the EventBridge event. */
    String source() {
      return "aws." + name().toLowerCase(Locale.ROOT);
    }

    /** The event source of the CloudTrail record. */
    String eventSource() {
      return name().toLowerCase(Locale.ROOT) + ".amazonaws.com";
    }
  }

  /** The operation with this name in the API, if it is recorded; reads are not. */
  static Optional<RecordedOperation> find(String operation) {
    return ALL.stream().filter(each -> each.call.equals(operation)).findFirst();
  }

  private static RecordedOperation bedrock(String call, List<String> request, List<String> answer) {
    return new RecordedOperation(Service.BEDROCK, call, request, answer);
  }

  private static RecordedOperation tagging(String call, List<String> request) {
    return new RecordedOperation(Service.TAGGING, call, request, List.of("FailedResourcesMap"));
  }

  /** The request as recorded: names begin with a small letter, sensitive members are redacted. */
  ObjectNode requestParameters(ObjectNode parameters) {
    var json = Json.object();
    for (var name : request) {
      if (parameters.hasNonNull(name)) {
        if (SENSITIVE.contains(name)) {
          json.put(name, HIDDEN);
        } else {
          json.set(small(name), parameters.get(name).deepCopy());
        }
      }
    }
    return json;
  }

  /** The response as recorded; absent if the call returns nothing. */
  Optional<ObjectNode> responseElements(ObjectNode body) {
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    var json = Json.object();
    for (var name : answer) {
      if (body.get(name) instanceof ObjectNode map) {
        var structures = json.putObject(small(name));
        map.properties().forEach(entry -> structures.set(entry.getKey(), small(entry.getValue())));
      } else if (body.hasNonNull(name)) {
        json.set(small(name), body.get(name));
      }
    }
    return Optional.of(json);
  }

  private static ObjectNode small(JsonNode structure) {
    var json = Json.object();
    structure
        .properties()
        .forEach(member -> json.set(small(member.getKey()), member.getValue().deepCopy()));
    return json;
  }

  private static String small(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
