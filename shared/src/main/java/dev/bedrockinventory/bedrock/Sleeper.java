package dev.bedrockinventory.bedrock;

import java.time.Duration;

/** A way to wait; {@code Thread::sleep} for real. */
@FunctionalInterface
public interface Sleeper {
  /** Waits this long, a positive time. */
  void pause(Duration duration) throws InterruptedException;
}
