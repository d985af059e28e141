package dev.bedrockinventory.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One queue: the messages that were sent and not yet drained, in the order of sending. A FIFO queue
 * (its name ends in {@code .fifo}) accepts a deduplication id once in five minutes. Thread-safe.
 */
public final class Queue {
  private static final Duration DEDUPLICATION = Duration.ofMinutes(5);

  private final String name;
  private final InstantSource clock;
  private final Ids ids;
  private final List<Message> waiting = new ArrayList<>();
  private final Map<String, Message> recent = new HashMap<>();
  private long sent;

  Queue(String name, InstantSource clock, Ids ids) {
    this.name = name;
    this.clock = clock;
    this.ids = ids;
  }

  /** The last part of its address. */
  public String name() {
    return name;
  }

  /** Whether it keeps order in groups and drops duplicates. */
  public boolean fifo() {
    return name.endsWith(".fifo");
  }

  /** Adds a message; for a duplicate it returns the first message and adds none. */
  public synchronized Message send(
      String body,
      Map<String, String> attributes,
      Optional<String> groupId,
      Optional<String> deduplicationId,
      Duration delay) {
    Instant now = clock.instant();
    recent.values().removeIf(message -> !message.sentAt().plus(DEDUPLICATION).isAfter(now));
    var earlier = deduplicationId.map(recent::get);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    sent++;
    var message =
        new Message(
            ids.uuid().toString(),
            body,
            attributes,
            groupId,
            deduplicationId,
            sent,
            now,
            now.plus(delay));
    waiting.add(message);
    deduplicationId.ifPresent(id -> recent.put(id, message));
    return message;
  }

  /** Removes and returns every visible message, in the order of sending. */
  public synchronized List<Message> drain() {
    Instant now = clock.instant();
    var visible = waiting.stream().filter(message -> !message.visibleAt().isAfter(now)).toList();
    waiting.removeAll(visible);
    return visible;
  }

  /** The number of messages, including delayed ones. */
  public synchronized int size() {
    return waiting.size();
  }
}
