package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Failure;

/** How a model import job stands. */
public sealed interface ImportJobStatus {
  /** It has not ended. */
  record InProgress() implements ImportJobStatus {}

  /**
   * It has ended well.
   *
   * @param model the model that it imported
   */
  record Completed(Arn model) implements ImportJobStatus {}

  /**
   * It has failed.
   *
   * @param message why, as the service said it
   */
  record Failed(String message) implements ImportJobStatus {}

  /**
   * It could not be read.
   *
   * @param failure why
   */
  record Unread(Failure failure) implements ImportJobStatus {}
}
