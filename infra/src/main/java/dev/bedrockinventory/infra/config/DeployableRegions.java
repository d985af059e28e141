package dev.bedrockinventory.infra.config;

import dev.bedrockinventory.settings.Targets;
import java.util.Set;
import software.amazon.awscdk.regioninfo.RegionInfo;

/** The regions that a stack can be deployed to. */
final class DeployableRegions {
  /** The only partition with SnapStart. */
  private static final String PARTITION = "aws";

  /**
   * The regions of that partition without SnapStart, see
   * https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html.
   */
  private static final Set<String> WITHOUT_SNAP_START = Set.of("ap-east-2", "ap-southeast-6");

  private DeployableRegions() {}

  /** Whether a value of the context is a region. */
  static boolean isKnown(String value) {
    return isHere(value)
        || RegionInfo.getRegions().stream().anyMatch(region -> value.equals(region.getName()));
  }

  /** Whether a value of the context means the CDK's default region. */
  static boolean isHere(String value) {
    return value.equals(Targets.HERE);
  }

  /** Whether a region may support SnapStart; the CDK's default region is not known yet. */
  static boolean mayHaveSnapStart(String value) {
    return isHere(value)
        || (PARTITION.equals(RegionInfo.get(value).getPartition())
            && !WITHOUT_SNAP_START.contains(value));
  }
}
