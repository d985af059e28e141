package dev.bedrockinventory.simulator.world;

import java.util.List;
import java.util.Set;

/** The regions: partition, default support and geography. */
public final class Regions {
  private static final Set<String> BEDROCK =
      Set.of(
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ap-south-1",
          "ap-south-2",
          "ap-southeast-1",
          "ap-southeast-2",
          "ca-central-1",
          "eu-central-1",
          "eu-central-2",
          "eu-north-1",
          "eu-south-1",
          "eu-south-2",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "sa-east-1",
          "us-east-1",
          "us-east-2",
          "us-gov-east-1",
          "us-gov-west-1",
          "us-west-1",
          "us-west-2");
  private static final Set<String> IMPORT =
      Set.of("us-east-1", "us-east-2", "us-west-2", "eu-central-1");

  private Regions() {}

  /** The partition of a region's ARNs, such as {@code aws} or {@code aws-us-gov}. */
  public static String partition(String region) {
    if (region.startsWith("us-gov-")) {
      return "aws-us-gov";
    }
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    if (region.startsWith("us-isob-")) {
      return "aws-iso-b";
    }
    return region.startsWith("us-iso-") ? "aws-iso" : "aws";
  }

  /** The ARN of a foundation model in a region; an empty region gives the ARN of a global one. */
  public static String foundationModel(String region, String model) {
    return "arn:%s:bedrock:%s::foundation-model/%s".formatted(partition(region), region, model);
  }

  /** Whether custom model import runs in a region; elsewhere its operations are unknown. */
  public static boolean importsModels(String region) {
    return IMPORT.contains(region);
  }

  /**
   * {@code me-} regions return "not authorized", other regions without Bedrock "Unknown Operation".
   */
  static Support support(String region) {
    if (BEDROCK.contains(region)) {
      return Support.SUPPORTED;
    }
    return region.startsWith("me-") ? Support.NOT_AUTHORIZED : Support.UNKNOWN_OPERATION;
  }

  static Geography geography(String region) {
    if (region.startsWith("eu-")) {
      return new Geography(
          "eu", "EU", List.of("eu-central-1", "eu-west-1", "eu-west-3", "eu-north-1"));
    }
    if (region.startsWith("ap-")) {
      return new Geography(
          "apac", "APAC", List.of("ap-northeast-1", "ap-southeast-1", "ap-southeast-2"));
    }
    if (region.startsWith("ca-")) {
      return new Geography("ca", "CA", List.of("ca-central-1", "ca-west-1"));
    }
    if (region.startsWith("us-gov-")) {
      return new Geography("us-gov", "US-GOV", List.of("us-gov-west-1", "us-gov-east-1"));
    }
    return new Geography("us", "US", List.of("us-east-2", "us-east-1", "us-west-2"));
  }

  /**
   * The destinations of the system profiles of a source region.
   *
   * @param prefix the prefix of their ids, without the dot
   * @param label the prefix of their names
   * @param regions its regions, the one that replaces the recorded source region first
   */
  record Geography(String prefix, String label, List<String> regions) {}
}
