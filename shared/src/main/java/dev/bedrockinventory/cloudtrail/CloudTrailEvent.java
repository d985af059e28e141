package dev.bedrockinventory.cloudtrail;

/** What an event says to the inventory. */
public sealed interface CloudTrailEvent {
  /**
   * A call about resources that are inventoried, or about the import of one.
   *
   * @param call the call
   */
  record Heard(CloudTrailCall call) implements CloudTrailEvent {}

  /** Nothing that the inventory is about. */
  record Irrelevant() implements CloudTrailEvent {}

  /**
   * It cannot be read; it is never taken for a deletion, or for anything else.
   *
   * @param message why, in one line
   */
  record Malformed(String message) implements CloudTrailEvent {}
}
