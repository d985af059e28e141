package dev.bedrockinventory.simulator.world;

import java.util.Set;

/** The regions: partition and default support. */
public final class Regions {
  private static final Set<String> BEDROCK =
      Set.of(
          "af-south-1",
          "ap-east-2",
          "ap-northeast-1",
          "ap-northeast-2",
          "ap-northeast-3",
          "ap-south-1",
          "ap-south-2",
          "ap-southeast-1",
          "ap-southeast-2",
          "ap-southeast-3",
          "ap-southeast-4",
          "ap-southeast-5",
          "ap-southeast-6",
          "ap-southeast-7",
          "ca-central-1",
          "ca-west-1",
          "eu-central-1",
          "eu-central-2",
          "eu-north-1",
          "eu-south-1",
          "eu-south-2",
          "eu-west-1",
          "eu-west-2",
          "eu-west-3",
          "eusc-de-east-1",
          "il-central-1",
          "mx-central-1",
          "sa-east-1",
          "us-east-1",
          "us-east-2",
          "us-gov-east-1",
          "us-gov-west-1",
          "us-iso-east-1",
          "us-isob-east-1",
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
    if (region.startsWith("eusc-")) {
      return "aws-eusc";
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
}
