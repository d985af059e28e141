package dev.bedrockinventory.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.normalize.Operation;
import dev.bedrockinventory.sweep.ImportJob;
import java.util.Optional;

/** Reads how a model import job stands. */
final class ImportJobs {
  private ImportJobs() {}

  static ImportJob read(Api api, Arn job) {
    return switch (api.importJob(job)) {
      case Answer.Failed(var failure) -> new ImportJob.Unread(failure);
      case Answer.NotFound _ -> new ImportJob.Unread(unknown(job));
      case Answer.Told(var tree, var answeredAt) -> standing(tree, job);
    };
  }

  /** Not found is no end: what was just started may not be told everywhere yet. */
  private static Failure unknown(Arn job) {
    return new Failure(
        Reason.UNAVAILABLE,
        Operation.GET_MODEL_IMPORT_JOB.label(),
        Optional.of(job),
        "the service does not know the job");
  }

  /** A status that is not known yet is one that may still change. */
  private static ImportJob standing(JsonNode tree, Arn job) {
    return switch (tree.path("status").asText()) {
      case "Completed" ->
          Arn.find(tree.path("importedModelArn").asText())
              .<ImportJob>map(ImportJob.Completed::new)
              .orElseGet(() ->
                  new ImportJob.Unread(
                      Failures.malformed(
                          Operation.GET_MODEL_IMPORT_JOB,
                          Optional.of(job),
                          "a completed job lacks its importedModelArn")));
      case "Failed" -> new ImportJob.Failed(tree.path("failureMessage").asText(""));
      default -> new ImportJob.InProgress();
    };
  }
}
