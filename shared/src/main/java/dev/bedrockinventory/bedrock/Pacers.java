package dev.bedrockinventory.bedrock;

import dev.bedrockinventory.sweep.Pause;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One pacer for each account and region, shared by all its sources. Thread-safe. */
public final class Pacers {
  private final int callsASecond;
  private final InstantSource clock;
  private final Pause pause;
  private final Map<Place, Pacer> pacers = new ConcurrentHashMap<>();

  /**
   * Creates the pacers.
   *
   * @param callsASecond the maximum number of calls that begin in any one second in one account and
   *     region
   */
  public Pacers(int callsASecond, InstantSource clock, Pause pause) {
    this.callsASecond = callsASecond;
    this.clock = clock;
    this.pause = pause;
  }

  /** The pacer of an account and region, always the same. */
  public Pacer pacer(String account, String region) {
    return pacers.computeIfAbsent(
        new Place(account, region), place -> new Pacer(callsASecond, clock, pause));
  }

  private record Place(String account, String region) {}
}
