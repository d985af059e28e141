package dev.bedrockinventory.simulator.world;

import static dev.bedrockinventory.simulator.world.InferenceProfile.Type.SYSTEM_DEFINED;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The system-defined profiles of each region, as listed on 2026-08-21. */
final class SystemProfilesTest {
  private static final String ACCOUNT = "111122223333";
  private static final Set<String> RECORDED =
      TabSeparated.rows("system-profiles.tsv", 3).stream()
          .flatMap(row -> Stream.of(row.get(1).split(" ", -1)))
          .collect(toSet());

  private final World world = new World(InstantSource.fixed(Instant.EPOCH), 31);

  @Test
  void allRecordedPairsOfRegionAndProfileAreListed() {
    assertThat(RECORDED).hasSize(31);
    assertThat(RECORDED.stream().flatMap(region -> profiles(region).stream()))
        .hasSize(905)
        .doesNotHaveDuplicates();
    assertThat(RECORDED.stream().flatMap(region -> profiles(region).stream()))
        .filteredOn(profile -> !profile.id().startsWith("global."))
        .hasSize(404);
  }

  @ParameterizedTest
  @CsvSource({
    "us-east-1, 65, us global",
    "us-east-2, 64, us global",
    "eu-central-1, 35, eu global",
    "il-central-1, 20, eu global",
    "ca-central-1, 33, ca us global",
    "ap-northeast-1, 28, apac jp global",
    "ap-southeast-6, 15, au global",
    "ap-south-1, 26, apac in global",
    "sa-east-1, 16, global",
    "us-gov-west-1, 1, us-gov"
  })
  void aRegionHasItsOwnProfilesAndGeographies(String region, int count, String prefixes) {
    assertThat(profiles(region)).hasSize(count);
    assertThat(profiles(region))
        .extracting(profile -> profile.id().substring(0, profile.id().indexOf('.')))
        .containsOnly(prefixes.split(" ", -1));
  }

  @Test
  void theSameProfileHasTheRecordedDestinationsOfEachSourceRegion() {
    assertThat(destinations("us-east-2", "us.amazon.nova-2-lite-v1:0"))
        .containsExactly("us-east-1", "us-east-2", "us-west-2");
    assertThat(destinations("us-west-1", "us.xai.grok-4.6"))
        .containsExactly("us-east-1", "us-east-2", "us-west-1", "us-west-2");
    assertThat(destinations("ca-west-1", "us.xai.grok-4.6"))
        .containsExactly("ca-west-1", "us-east-1", "us-east-2", "us-west-2");
  }

  @Test
  void aGlobalProfileHasItsSourceRegionAndAnyRegionAsDestinations() {
    assertThat(RECORDED)
        .allSatisfy(region ->
            assertThat(profiles(region))
                .filteredOn(profile -> profile.id().startsWith("global."))
                .isNotEmpty()
                .allSatisfy(profile ->
                    assertThat(destinations(region, profile.id())).containsExactly(region, "")));
  }

  @Test
  void everyProfileIsValidByTheRulesOfTheService() {
    assertThat(RECORDED.stream().flatMap(region -> profiles(region).stream()))
        .allSatisfy(profile -> {
          assertThat(profile.id()).matches("[a-zA-Z0-9-:.]{1,64}");
          assertThat(profile.name()).hasSizeBetween(1, 64).doesNotContain("  ");
          assertThat(profile.description().orElseThrow()).hasSizeBetween(1, 200);
          assertThat(profile.models()).doesNotHaveDuplicates().isNotEmpty();
          assertThat(profile.createdAt()).isBeforeOrEqualTo(profile.updatedAt());
        });
  }

  @Test
  void governmentRegionsHaveTheirOwnPartition() {
    assertThat(profiles("us-gov-west-1").getFirst().arn())
        .isEqualTo(
            "arn:aws-us-gov:bedrock:us-gov-west-1:111122223333:inference-profile/"
                + "us-gov.amazon.nova-pro-v1:0");
    assertThat(destinations("us-gov-west-1", "us-gov.amazon.nova-pro-v1:0"))
        .containsExactly("us-gov-east-1", "us-gov-west-1");
    assertThat(world.place(ACCOUNT, "eusc-de-east-1").arn("imported-model", "a"))
        .startsWith("arn:aws-eusc:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eusc-de-east-1", "us-iso-east-1", "us-isob-east-1", "ap-east-1"})
  void aRegionWithoutARecordHasNoProfiles(String region) {
    assertThat(profiles(region)).isEmpty();
  }

  private List<InferenceProfile> profiles(String region) {
    return world.place(ACCOUNT, region).profiles(SYSTEM_DEFINED);
  }

  private List<String> destinations(String region, String id) {
    return world.place(ACCOUNT, region).profile(id).models().stream()
        .map(model -> model.split(":", -1)[3])
        .toList();
  }
}
