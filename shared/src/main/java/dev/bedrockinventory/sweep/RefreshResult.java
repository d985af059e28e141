package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Failure;
import java.util.Optional;

/** What a refresh of one resource, or a poll of its import, came to. */
public sealed interface RefreshResult {
  /**
   * A difference was recorded.
   *
   * @param change what happened
   */
  record Recorded(ChangeKind change) implements RefreshResult {}

  /** Nothing differs, or what does is for the next sweep to decide. */
  record Unchanged() implements RefreshResult {}

  /**
   * An import has not ended, or its job could not be read; it is asked for again later.
   *
   * @param failure why it could not be read, if so
   */
  record Awaited(Optional<Failure> failure) implements RefreshResult {}

  /**
   * An import's end was awaited long enough; a sweep will find its model, without who made it.
   *
   * @param job the job
   */
  record GivenUp(Arn job) implements RefreshResult {}

  /**
   * What the call names fits no resource of its account, or several; the next sweep decides.
   *
   * @param resource the ARN, id or name
   */
  record Unresolved(String resource) implements RefreshResult {}

  /**
   * It could not be read, or not be recorded against other writers; to be tried again.
   *
   * @param failure why
   */
  record Failed(Failure failure) implements RefreshResult {}
}
