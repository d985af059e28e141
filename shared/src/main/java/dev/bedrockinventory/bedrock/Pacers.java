package dev.bedrockinventory.bedrock;

import dev.bedrockinventory.aws.RecentlyUsed;
import dev.bedrockinventory.sweep.Pause;
import java.time.InstantSource;

/**
 * One pacer for each account and region, shared by all its sources. A pacer that was not used for
 * long is dropped; a new one allows one second's calls at once. Thread-safe.
 */
public final class Pacers {
  /** Far more than sweeps and refreshes run at the same time in one process. */
  private static final int MOST = 500;

  private final RecentlyUsed<Place, Pacer> pacers;

  /**
   * Creates the pacers.
   *
   * @param callsASecond the maximum number of calls that begin in any one second in one account and
   *     region
   */
  public Pacers(int callsASecond, InstantSource clock, Pause pause) {
    pacers = new RecentlyUsed<>(MOST, place -> new Pacer(callsASecond, clock, pause));
  }

  /** The pacer of an account and region, the same for all that use it at the same time. */
  public Pacer pacer(String account, String region) {
    return pacers.get(new Place(account, region));
  }

  private record Place(String account, String region) {}
}
