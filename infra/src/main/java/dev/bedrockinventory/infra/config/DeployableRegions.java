package dev.bedrockinventory.infra.config;

import dev.bedrockinventory.settings.Targets;
import java.util.Set;
import software.amazon.awscdk.regioninfo.RegionInfo;

/** The regions that a stack can be deployed to. */
public final class DeployableRegions {
  /** Whose Lambda has SnapStart. */
  private static final String PARTITION = "aws";

  /**
   * Regions of that partition whose Lambda has none, by
   * https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html.
   */
  private static final Set<String> WITHOUT_SNAP_START = Set.of("ap-east-2", "ap-southeast-6");

  private DeployableRegions() {}

  /** Whether a value of the context names a region. */
  public static boolean isKnown(String value) {
    return isHere(value)
        || RegionInfo.getRegions().stream().anyMatch(region -> value.equals(region.getName()));
  }

  /** Whether a value of the context means the region that the CDK is set to. */
  public static boolean isHere(String value) {
    return value.equals(Targets.HERE);
  }

  /** Whether SnapStart may be had there; nothing is known of the region that the CDK is set to. */
  public static boolean mayHaveSnapStart(String value) {
    return isHere(value)
        || (PARTITION.equals(RegionInfo.get(value).getPartition())
            && !WITHOUT_SNAP_START.contains(value));
  }
}
