package dev.bedrockinventory.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that only the story moves, so that hours pass in no time. Thread-safe. */
final class StoryClock implements InstantSource {
  private final AtomicReference<InstantSource> source;

  StoryClock(Instant start) {
    source = new AtomicReference<>(InstantSource.fixed(start));
  }

  @Override
  public Instant instant() {
    return source.get().instant();
  }

  /** Lets time pass. */
  void pass(Duration duration) {
    source.updateAndGet(before -> InstantSource.fixed(before.instant().plus(duration)));
  }

  /** Goes with another clock from now on, which must not be behind. */
  void follow(InstantSource other) {
    source.set(other);
  }
}
