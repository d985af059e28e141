package dev.bedrockinventory.simulator.world;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The state of every account and region, created on first use with the system profiles if Bedrock
 * is supported there. Thread-safe.
 */
public final class World {
  private final InstantSource clock;
  private final Ids ids;
  private final ConcurrentMap<String, RegionState> places = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Support> support = new ConcurrentHashMap<>();

  private final RegionOptIns regionOptIns = new RegionOptIns();

  private final AtomicReference<Optional<Organization>> organization =
      new AtomicReference<>(Optional.empty());

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

  /**
   * Creates the organization of all accounts of this world that are put into it; without one, the
   * accounts are not in an organization. A second call replaces it.
   */
  public Organization createOrganization(String management) {
    var created = new Organization(management, clock, ids);
    organization.set(Optional.of(created));
    return created;
  }

  /** The organization, if one was created. */
  public Optional<Organization> findOrganization() {
    return organization.get();
  }

  /** The regions that each account has enabled. */
  public RegionOptIns regionOptIns() {
    return regionOptIns;
  }

  private RegionState settled(String account, String region) {
    var place = new RegionState(account, region, clock, ids);
    if (support(region) == Support.SUPPORTED) {
      SystemProfiles.of(account, region).forEach(place::put);
    }
    return place;
  }
}
