package dev.bedrockinventory.cli.runtime;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits until the process is stopped by SIGINT or SIGTERM, or its thread is interrupted. Resources
 * are opened after this and closed before: the process does not end earlier.
 */
public final class ShutdownSignal implements AutoCloseable {
  private static final long CLEANING_SECONDS = 10;

  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CountDownLatch cleaned = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stopping");

  private ShutdownSignal() {}

  /** Begins to listen for signals. */
  public static ShutdownSignal onSignal() {
    var stopping = new ShutdownSignal();
    Runtime.getRuntime().addShutdownHook(stopping.hook);
    return stopping;
  }

  /** Waits; returns whether the process was stopped in this time. An interrupt counts as a stop. */
  public boolean awaitStop(Duration time) {
    try {
      return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  @Override
  public void close() {
    cleaned.countDown();
    if (stopped.getCount() > 0) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private void stop() {
    stopped.countDown();
    try {
      var _ = cleaned.await(CLEANING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
