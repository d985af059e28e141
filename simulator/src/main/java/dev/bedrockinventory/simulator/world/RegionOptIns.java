package dev.bedrockinventory.simulator.world;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * Which regions each account has enabled (AWS Account Management Reference Guide, "Enable or
 * disable AWS Regions"). It is what an account lists; a region that is not enabled responds all the
 * same. Thread-safe.
 */
public final class RegionOptIns {
  private static final Set<String> BY_DEFAULT =
      Set.of(
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ap-south-1",
          "ap-southeast-1",
          "ap-southeast-2",
          "ca-central-1",
          "eu-central-1",
          "eu-north-1",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "sa-east-1",
          "us-east-1",
          "us-east-2",
          "us-west-1",
          "us-west-2",
          "us-gov-east-1",
          "us-gov-west-1",
          "cn-north-1",
          "cn-northwest-1");

  private static final Set<String> BY_CHOICE =
      Set.of(
          "af-south-1",
          "ap-east-1",
          "ap-east-2",
          "ap-south-2",
          "ap-southeast-3",
          "ap-southeast-4",
          "ap-southeast-5",
          "ap-southeast-6",
          "ap-southeast-7",
          "ca-west-1",
          "eu-central-2",
          "eu-south-1",
          "eu-south-2",
          "il-central-1",
          "me-central-1",
          "me-south-1",
          "mx-central-1");

  private final ConcurrentMap<String, Map<String, Status>> changed = new ConcurrentHashMap<>();

  /** The states of a region in an account (Account API Reference, Region). */
  public enum Status {
    /** It was enabled. */
    ENABLED,
    /** It is being enabled. */
    ENABLING,
    /** It is being disabled. */
    DISABLING,
    /** It is not enabled. */
    DISABLED,
    /** It cannot be disabled. */
    ENABLED_BY_DEFAULT
  }

  RegionOptIns() {}

  /** Changes the state of a region in an account. */
  public void set(String account, String region, Status status) {
    changed.computeIfAbsent(account, _ -> new ConcurrentHashMap<>()).put(region, status);
  }

  /** The regions of a partition with their states in an account. */
  public SortedMap<String, Status> list(String account, String partition) {
    var regions = new TreeMap<String, Status>();
    Stream.concat(BY_DEFAULT.stream(), BY_CHOICE.stream())
        .filter(region -> Regions.partition(region).equals(partition))
        .forEach(region ->
            regions.put(
                region, BY_DEFAULT.contains(region) ? Status.ENABLED_BY_DEFAULT : Status.DISABLED));
    regions.putAll(changed.getOrDefault(account, Map.of()));
    return regions;
  }
}
