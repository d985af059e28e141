package dev.bedrockinventory.simulator.world;

import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The state of every account and region, created on first use with the system profiles if Bedrock
 * is supported there. Thread-safe.
 */
public final class World {
  private final InstantSource clock;
  private final Ids ids;
  private final ConcurrentMap<String, RegionState> places = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Support> support = new ConcurrentHashMap<>();

  /** A world whose instants come from the clock and whose ids come from the seed. */
  public World(InstantSource clock, long seed) {
    this.clock = clock;
    this.ids = new Ids(seed);
  }

  /** The state of an account in a region. */
  public RegionState place(String account, String region) {
    return places.computeIfAbsent(account + "#" + region, _ -> settled(account, region));
  }

  /**
   * Bedrock's support of a region; by default as in reality: {@code me-} regions return "not
   * authorized", other regions without Bedrock "Unknown Operation".
   */
  public Support support(String region) {
    return support.getOrDefault(region, Regions.support(region));
  }

  /** Changes Bedrock's support of a region; its state is not changed. */
  public void support(String region, Support how) {
    support.put(region, how);
  }

  /** Creates the {@link ExampleResources} in an account and region. */
  public RegionState seedExamples(String account, String region) {
    var place = place(account, region);
    ExampleResources.create(place);
    return place;
  }

  private RegionState settled(String account, String region) {
    var place = new RegionState(account, region, clock, ids);
    if (support(region) == Support.SUPPORTED) {
      SystemProfiles.of(account, region).forEach(place::put);
    }
    return place;
  }
}
