package dev.bedrockinventory.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.normalize.Operation;
import dev.bedrockinventory.sweep.ImportJobStatus;
import java.util.Optional;

/** Reads the status of a model import job. */
final class ImportJobReader {
  private ImportJobReader() {}

  static ImportJobStatus read(Api api, Arn job) {
    return switch (api.importJob(job)) {
      case ApiResult.Failed(var failure) -> new ImportJobStatus.Unread(failure);
      case ApiResult.NotFound _ -> new ImportJobStatus.Unread(unknown(job));
      case ApiResult.Told(var tree, var answeredAt) -> standing(tree, job);
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
  private static ImportJobStatus standing(JsonNode tree, Arn job) {
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
}
