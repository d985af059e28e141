package dev.bedrockinventory.simulator.faults;

import dev.bedrockinventory.simulator.wire.Invocation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** A scripted fault that can be removed and counts the calls it acted on. Thread-safe. */
public final class ActiveFault {
  private final Faults faults;
  private final Match match;
  private final Fault fault;
  private final int times;
  private final InstantSource clock;
  private final Map<String, Bucket> buckets = new HashMap<>();
  private int acted;

  ActiveFault(Faults faults, Match match, Fault fault, int times, InstantSource clock) {
    this.faults = faults;
    this.match = match;
    this.fault = fault;
    this.times = times;
    this.clock = clock;
  }

  private record Bucket(double tokens, Instant at) {}

  /** Removes the fault. */
  public void remove() {
    faults.remove(this);
  }

  /** The number of calls it acted on. */
  public synchronized int acted() {
    return acted;
  }

  Match match() {
    return match;
  }

  Fault fault() {
    return fault;
  }

  synchronized boolean hasTimes() {
    return acted < times;
  }

  synchronized boolean take() {
    if (acted < times) {
      acted++;
      return true;
    }
    return false;
  }

  synchronized boolean allows(Fault.Limit limit, Invocation invocation) {
    var caller = invocation.caller();
    String key = caller.account() + "#" + caller.region() + "#" + invocation.operation();
    Instant now = clock.instant();
    var bucket = buckets.getOrDefault(key, new Bucket(limit.burst(), now));
    double seconds = Duration.between(bucket.at(), now).toNanos() / 1e9;
    double tokens = Math.min(limit.burst(), bucket.tokens() + seconds * limit.perSecond());
    boolean allowed = tokens >= 1;
    buckets.put(key, new Bucket(allowed ? tokens - 1 : tokens, now));
    return allowed;
  }
}
