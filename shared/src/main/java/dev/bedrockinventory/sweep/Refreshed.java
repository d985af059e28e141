package dev.bedrockinventory.sweep;

import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Failure;

/** What a refresh of one resource came to. */
public sealed interface Refreshed {
  /**
   * A difference was recorded.
   *
   * @param change what happened
   */
  record Recorded(ChangeKind change) implements Refreshed {}

  /** Nothing differs, or what does is for the next sweep to decide. */
  record Unchanged() implements Refreshed {}

  /**
   * What the call names fits no resource of its account, or several; the next sweep decides.
   *
   * @param resource the ARN, id or name
   */
  record Unresolved(String resource) implements Refreshed {}

  /**
   * It could not be read, or not be recorded against other writers; to be tried again.
   *
   * @param failure why
   */
  record Failed(Failure failure) implements Refreshed {}
}
