package dev.bedrockinventory.infra;

import dev.bedrockinventory.settings.Targets;
import java.util.Set;
import software.amazon.awscdk.regioninfo.RegionInfo;

/** The regions that a stack can be deployed to. */
final class Regions {
  /** Partitions whose Lambda has no SnapStart. */
  private static final Set<String> WITHOUT_SNAP_START = Set.of("aws-cn", "aws-us-gov");

  private Regions() {}

  /** Whether a value of the context names a region. */
  static boolean isKnown(String value) {
    return isHere(value)
        || RegionInfo.getRegions().stream().anyMatch(region -> value.equals(region.getName()));
  }

  /** Whether a value of the context means the region that the CDK is set to. */
  static boolean isHere(String value) {
    return value.equals(Targets.HERE);
  }

  /** Whether SnapStart may be had there; nothing is known of the region that the CDK is set to. */
  static boolean mayHaveSnapStart(String value) {
    return isHere(value)
        || !WITHOUT_SNAP_START.contains(String.valueOf(RegionInfo.get(value).getPartition()));
  }
}
