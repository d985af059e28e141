package dev.bedrockinventory.cloudtrail;

/** A parsed event. */
public sealed interface CloudTrailEvent {
  /**
   * A call about resources that are inventoried, or about the import of one.
   *
   * @param call the call
   */
  record Heard(CloudTrailCall call) implements CloudTrailEvent {}

  /** A call about no inventoried resource. */
  record Irrelevant() implements CloudTrailEvent {}

  /**
   * It cannot be parsed, and has no effect.
   *
   * @param message why, in one line
   */
  record Malformed(String message) implements CloudTrailEvent {}
}
