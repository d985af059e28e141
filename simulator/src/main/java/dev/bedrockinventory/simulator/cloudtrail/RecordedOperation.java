package dev.bedrockinventory.simulator.cloudtrail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.simulator.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A call that is recorded, with the members of its request and of its answer in the service's
 * model. A record carries what the model knows and nothing else that was sent.
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

  /** Whose call it is. */
  enum Service {
    BEDROCK,
    TAGGING;

    /** The envelope's source. */
    String source() {
      return "aws." + name().toLowerCase(Locale.ROOT);
    }

    /** The record's event source. */
    String eventSource() {
      return name().toLowerCase(Locale.ROOT) + ".amazonaws.com";
    }
  }

  /** The call with this name in the API, if it is recorded; reads are not. */
  static Optional<RecordedOperation> find(String operation) {
    return ALL.stream().filter(each -> each.call.equals(operation)).findFirst();
  }

  private static RecordedOperation bedrock(String call, List<String> request, List<String> answer) {
    return new RecordedOperation(Service.BEDROCK, call, request, answer);
  }

  private static RecordedOperation tagging(String call, List<String> request) {
    return new RecordedOperation(Service.TAGGING, call, request, List.of("FailedResourcesMap"));
  }

  /** The request as a record tells it: names begin small, what is sensitive is hidden. */
  ObjectNode requestParameters(ObjectNode parameters) {
    var told = Json.object();
    for (var name : request) {
      if (parameters.hasNonNull(name)) {
        if (SENSITIVE.contains(name)) {
          told.put(name, HIDDEN);
        } else {
          told.set(small(name), parameters.get(name).deepCopy());
        }
      }
    }
    return told;
  }

  /** The answer as a record tells it; absent when the call answers nothing. */
  Optional<ObjectNode> responseElements(ObjectNode body) {
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    var told = Json.object();
    for (var name : answer) {
      if (body.get(name) instanceof ObjectNode map) {
        var structures = told.putObject(small(name));
        map.properties().forEach(entry -> structures.set(entry.getKey(), small(entry.getValue())));
      } else if (body.hasNonNull(name)) {
        told.set(small(name), body.get(name));
      }
    }
    return Optional.of(told);
  }

  private static ObjectNode small(JsonNode structure) {
    var told = Json.object();
    structure
        .properties()
        .forEach(member -> told.set(small(member.getKey()), member.getValue().deepCopy()));
    return told;
  }

  private static String small(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
