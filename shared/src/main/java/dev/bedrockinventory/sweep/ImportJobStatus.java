package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Failure;

/** The status of a model import job. */
public sealed interface ImportJobStatus {
  /** It is still running. */
  record InProgress() implements ImportJobStatus {}

  /**
   * It has completed.
   *
   * @param model the model that it imported
   */
  record Completed(Arn model) implements ImportJobStatus {}

  /**
   * It has failed.
   *
   * @param message the service's error message
   */
  record Failed(String message) implements ImportJobStatus {}

  /**
   * It could not be read.
   *
   * @param failure why
   */
  record Unread(Failure failure) implements ImportJobStatus {}
}
