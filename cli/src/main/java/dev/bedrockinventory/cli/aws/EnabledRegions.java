package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.cli.output.RegionList;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.RegionOptStatus;
import software.amazon.awssdk.services.bedrock.BedrockClient;

/**
 * The regions that an account has enabled: those it lists itself, otherwise those of Amazon Bedrock
 * in the SDK's metadata. A listed region without Bedrock is UNSUPPORTED when it is swept.
 */
final class EnabledRegions {
  private EnabledRegions() {}

  /** Reads the account's list. */
  static RegionList read(String account, AccountClient client) {
    try {
      var regions =
          client
              .listRegionsPaginator(request ->
                  request.regionOptStatusContains(
                      RegionOptStatus.ENABLED, RegionOptStatus.ENABLED_BY_DEFAULT))
              .stream()
              .flatMap(page -> page.regions().stream())
              .map(region -> String.valueOf(region.regionName()))
              .distinct()
              .sorted()
              .toList();
      return isCredible(account, regions)
          ? new RegionList(regions, RegionList.Origin.ACCOUNT, Optional.empty())
          : ofSdk(client, "ListRegions returned no valid list");
    } catch (SdkException e) {
      return ofSdk(client, reason(e));
    }
  }

  private static boolean isCredible(String account, List<String> regions) {
    return !regions.isEmpty()
        && regions.stream()
            .allMatch(region -> Scope.find(account, region, Kind.IMPORTED_MODEL).isPresent());
  }

  /** The metadata has names that are not regions, such as {@code bedrock-fips-us-east-1}. */
  private static RegionList ofSdk(AccountClient client, String problem) {
    var partition = PartitionMetadata.of(client.serviceClientConfiguration().region()).id();
    var regions =
        BedrockClient.serviceMetadata().regions().stream()
            .filter(Region.regions()::contains)
            .filter(region -> !region.isGlobalRegion())
            .filter(region -> PartitionMetadata.of(region).id().equals(partition))
            .map(Region::id)
            .sorted()
            .toList();
    return new RegionList(regions, RegionList.Origin.SDK, Optional.of(problem));
  }

  private static String reason(SdkException e) {
    return e instanceof AwsServiceException service
        ? "%d %s".formatted(service.statusCode(), StsErrors.code(service)).strip()
        : StsErrors.withoutResponse(e, "");
  }
}
