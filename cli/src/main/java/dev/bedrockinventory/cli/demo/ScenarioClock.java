package dev.bedrockinventory.cli.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that only the scenario moves, so that hours pass at once. Thread-safe. */
public final class ScenarioClock implements InstantSource {
  private final AtomicReference<InstantSource> source;

  /** A clock that stands at the start until it is advanced. */
  public ScenarioClock(Instant start) {
    source = new AtomicReference<>(InstantSource.fixed(start));
  }

  @Override
  public Instant instant() {
    return source.get().instant();
  }

  /** Advances the clock. */
  public void advance(Duration duration) {
    source.updateAndGet(before -> InstantSource.fixed(before.instant().plus(duration)));
  }

  /** Follows another clock from now on, which must not be behind. */
  void follow(InstantSource other) {
    source.set(other);
  }
}
