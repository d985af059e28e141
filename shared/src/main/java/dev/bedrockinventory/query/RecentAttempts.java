package dev.bedrockinventory.query;

import dev.bedrockinventory.model.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The newest failed calls about a resource.
 *
 * @param attempts the calls, oldest first
 * @param since the time before which more attempts may exist, because older evidence was not read;
 *     absent if all of it was read
 */
public record RecentAttempts(List<Evidence> attempts, Optional<Instant> since) {
  /** The most attempts that are returned. */
  static final int MOST_ATTEMPTS = 100;

  /** The most events that are read to find them. */
  static final int MOST_EVENTS = 1_000;

  /** Copies the list. */
  public RecentAttempts {
    attempts = List.copyOf(attempts);
  }

  /** All the attempts among a resource's evidence, oldest first. */
  static RecentAttempts all(Stream<Evidence> oldestFirst) {
    return new RecentAttempts(
        oldestFirst.filter(event -> !event.isSuccessful()).toList(), Optional.empty());
  }

  /** The attempts among the newest evidence of a resource, which is read no further than needed. */
  static RecentAttempts newest(Stream<Evidence> newestFirst) {
    var attempts = new ArrayList<Evidence>();
    var events = newestFirst.iterator();
    var oldest = Optional.<Instant>empty();
    for (var read = 0; read < MOST_EVENTS && attempts.size() < MOST_ATTEMPTS; read++) {
      if (!events.hasNext()) {
        return new RecentAttempts(attempts.reversed(), Optional.empty());
      }
      var event = events.next();
      oldest = Optional.of(event.at());
      if (!event.isSuccessful()) {
        attempts.add(event);
      }
    }
    return new RecentAttempts(attempts.reversed(), oldest.filter(_ -> events.hasNext()));
  }
}
