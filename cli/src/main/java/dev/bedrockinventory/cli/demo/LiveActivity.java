package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.cli.runtime.LocalDeployment;
import java.time.Duration;

/**
 * What happens after the scenario, second by second: people change something, the events of all
 * clients are delivered, and every scope is swept. Not thread-safe.
 */
final class LiveActivity {
  /** The time between two ticks. */
  static final Duration TICK = Duration.ofSeconds(1);

  /** The ticks between two changes by people. */
  static final int TICKS_A_CHANGE = 15;

  /** The ticks between two sweeps. */
  static final int TICKS_A_SWEEP = 10;

  private final LocalDeployment deployment;
  private final Runnable nextCall;
  private long ticks;

  /**
   * Creates the activity.
   *
   * @param nextCall a person changes something
   */
  LiveActivity(LocalDeployment deployment, Runnable nextCall) {
    this.deployment = deployment;
    this.nextCall = nextCall;
  }

  /** One second. */
  void tick() {
    ticks++;
    if (ticks % TICKS_A_CHANGE == 0) {
      nextCall.run();
    }
    deployment.deliverEvents();
    if (ticks % TICKS_A_SWEEP == 0) {
      deployment.plan();
      deployment.sweep();
    }
  }
}
