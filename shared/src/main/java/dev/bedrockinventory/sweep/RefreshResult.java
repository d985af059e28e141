package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Failure;
import java.util.Optional;

/** The result of a refresh of one resource, or of a poll of its import job. */
public sealed interface RefreshResult {
  /**
   * A difference was recorded.
   *
   * @param change the change kind
   */
  record Recorded(ChangeKind change) implements RefreshResult {}

  /** No difference, or one that the next sweep decides. */
  record Unchanged() implements RefreshResult {}

  /**
   * An import job is still running, or could not be read; it is polled again later.
   *
   * @param failure why it could not be read, if so
   */
  record Awaited(Optional<Failure> failure) implements RefreshResult {}

  /**
   * An import job was abandoned after a day of polling; a sweep will find its model, without its
   * author.
   *
   * @param job the job
   */
  record GivenUp(Arn job) implements RefreshResult {}

  /**
   * The name in the call matches no resource of its account, or several; the next sweep decides.
   *
   * @param resource the ARN, id or name
   */
  record Unresolved(String resource) implements RefreshResult {}

  /**
   * An item of the ledger is damaged, so that the resource is left unchanged until it is repaired.
   *
   * @param failure which one
   */
  record LeftOut(Failure failure) implements RefreshResult {}

  /**
   * It could not be read, or other writers prevented recording; to be retried.
   *
   * @param failure why
   */
  record Failed(Failure failure) implements RefreshResult {}
}
