package dev.bedrockinventory.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.ReadResult;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.normalize.Normalized;
import dev.bedrockinventory.normalize.Normalizer;
import dev.bedrockinventory.normalize.Operation;
import dev.bedrockinventory.sweep.ImportJobStatus;
import java.util.Optional;

/** Reads single resources, with normalized responses. */
record ResourceReader(Api api) {
  /** The members that Get returns; a response about another resource is malformed. */
  ReadResult<ObjectNode> detail(Kind kind, Arn arn) {
    var operation = Api.getting(kind);
    return api.get(kind, arn)
        .then(found ->
            arn.text().equals(found.value().path(kind.arnMember()).asText())
                ? read(operation, arn, found, Normalizer.members(operation, found.value(), arn))
                : malformed(
                    operation,
                    arn,
                    "the response's %s is not the requested one".formatted(kind.arnMember())));
  }

  /** The tags that ListTagsForResource returns, as an object from key to value. */
  ReadResult<ObjectNode> tags(Arn arn) {
    var operation = Operation.LIST_TAGS_FOR_RESOURCE;
    return api.tags(arn)
        .then(found -> read(operation, arn, found, Normalizer.tags(operation, found.value(), arn)));
  }

  /** The status of a model import job. */
  ImportJobStatus importJob(Arn job) {
    return switch (api.importJob(job)) {
      case ReadResult.Failed<JsonNode>(var failure) -> new ImportJobStatus.Unread(failure);
      case ReadResult.NotFound<JsonNode> _ -> new ImportJobStatus.Unread(unknown(job));
      case ReadResult.Found<JsonNode> found -> status(found.value(), job);
    };
  }

  /** Not found is not an end: a job that was just started may not be visible yet. */
  private static Failure unknown(Arn job) {
    return new Failure(
        Reason.UNAVAILABLE,
        Operation.GET_MODEL_IMPORT_JOB.label(),
        Optional.of(job),
        "the service does not know the job");
  }

  /** An unknown status may still change. */
  private static ImportJobStatus status(JsonNode tree, Arn job) {
    return switch (tree.path("status").asText()) {
      case "Completed" ->
          Arn.find(tree.path("importedModelArn").asText())
              .<ImportJobStatus>map(ImportJobStatus.Completed::new)
              .orElseGet(() ->
                  new ImportJobStatus.Unread(
                      FailureClassifier.malformed(
                          Operation.GET_MODEL_IMPORT_JOB,
                          Optional.of(job),
                          "a completed job lacks its importedModelArn")));
      case "Failed" -> new ImportJobStatus.Failed(tree.path("failureMessage").asText(""));
      default -> new ImportJobStatus.InProgress();
    };
  }

  private static ReadResult<ObjectNode> read(
      Operation operation, Arn arn, ReadResult.Found<JsonNode> found, Normalized normalized) {
    return switch (normalized) {
      case Normalized.Malformed(var message) -> malformed(operation, arn, message);
      case Normalized.Read(var tree, var drift) ->
          new ReadResult.Found<>(tree, found.answeredAt(), drift);
    };
  }

  private static ReadResult<ObjectNode> malformed(Operation operation, Arn arn, String message) {
    return new ReadResult.Failed<>(
        FailureClassifier.malformed(operation, Optional.of(arn), message));
  }
}
