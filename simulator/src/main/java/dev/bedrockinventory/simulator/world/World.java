package dev.bedrockinventory.simulator.world;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Every account and region. A place is made when it is first asked for, with the system profiles
 * where Bedrock is supported and nothing else. Thread-safe.
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
   * How Bedrock answers in a region; by default as it does in the real one, {@code me-} regions
   * refuse as not authorized and other regions without Bedrock know no operation.
   */
  public Support support(String region) {
    return support.getOrDefault(region, Regions.support(region));
  }

  /** Changes how Bedrock answers in a region; what is there is left alone. */
  public void support(String region, Support how) {
    support.put(region, how);
  }

  /**
   * Puts a handful of examples into a place: five application profiles with cost-allocation tags
   * and, where custom model import runs, two imported models with custom model units.
   */
  public RegionState seedExamples(String account, String region) {
    var place = place(account, region);
    place.createProfile(
        "checkout-chat",
        Map.of("team", "checkout", "cost-center", "4711", "environment", "production"));
    place.createProfile(
        "search-rerank",
        Map.of("team", "search", "cost-center", "4712", "environment", "production"));
    place.createProfile(
        "support-summaries",
        Map.of("team", "support", "cost-center", "4713", "environment", "production"));
    place.createProfile(
        "support-summaries-staging",
        Map.of("team", "support", "cost-center", "4713", "environment", "staging"));
    place.createProfile("notebooks", Map.of());
    if (Regions.importsModels(region)) {
      place.importModel("invoice-reader", 1, Map.of("team", "billing", "cost-center", "4720"));
      place.importModel("contract-reviewer", 2, Map.of("team", "legal", "cost-center", "4721"));
    }
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
