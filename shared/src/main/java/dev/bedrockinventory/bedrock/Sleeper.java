package dev.bedrockinventory.bedrock;

import java.time.Duration;

/** Waits; {@code Thread::sleep} in production. */
@FunctionalInterface
public interface Sleeper {
  /** Waits this long, a positive time. */
  void pause(Duration duration) throws InterruptedException;
}
