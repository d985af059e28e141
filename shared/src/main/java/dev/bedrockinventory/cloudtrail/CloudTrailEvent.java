package dev.bedrockinventory.cloudtrail;

/** The result of parsing an event. */
public sealed interface CloudTrailEvent {
  /**
   * A call about resources that are inventoried, or about the import of one.
   *
   * @param call the call
   */
  record Relevant(CloudTrailCall call) implements CloudTrailEvent {}

  /** An event that does not concern inventoried resources. */
  record Irrelevant() implements CloudTrailEvent {}

  /**
   * An event that cannot be parsed; it never counts as a change.
   *
   * @param message why, in one line
   */
  record Malformed(String message) implements CloudTrailEvent {}
}
