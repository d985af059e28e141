package dev.bedrockinventory.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** An event of the change bus: a CloudEvents 1.0 event in an entry of EventBridge. */
public sealed interface PublishedEvent permits ChangeEvent, TargetEvent {
  /** The source of every event. */
  String SOURCE = "bedrock-inventory";

  /** The detail type, for the pattern of rules. */
  String detailType();

  /** The ARN or id of what the event is about. */
  String subject();

  /** When it was observed. */
  Instant observedAt();

  /** The event as canonical JSON. */
  String json();

  /**
   * The event's size as EventBridge counts it (User Guide, "Calculating PutEvents event entry
   * size").
   */
  default int bytes() {
    var time = 14;
    return time + utf8(SOURCE) + utf8(detailType()) + utf8(json()) + utf8(subject());
  }

  private static int utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
