package dev.bedrockinventory.simulator.world;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One message in a {@link Queue}.
 *
 * @param attributes the message attributes of type String or Number, by name
 * @param groupId present in a FIFO queue
 * @param deduplicationId present in a FIFO queue
 * @param sequence counts the messages of the queue from 1
 * @param visibleAt when it was sent, later by its delay
 */
public record Message(
    String id,
    String body,
    Map<String, String> attributes,
    Optional<String> groupId,
    Optional<String> deduplicationId,
    long sequence,
    Instant sentAt,
    Instant visibleAt) {

  /** Copies the attributes, so that a message never changes. */
  public Message {
    attributes = Map.copyOf(attributes);
  }
}
