package dev.bedrockinventory.simulator;

import static dev.bedrockinventory.simulator.TestClients.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.simulator.world.RegionOptIns;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AccessDeniedException;
import software.amazon.awssdk.services.account.model.Region;
import software.amazon.awssdk.services.account.model.RegionOptStatus;
import software.amazon.awssdk.services.account.model.ValidationException;

/** The regions of an account, read with the SDK's own client. */
final class AccountServiceTest {
  private static final String OTHER = "444455556666";

  private final Simulator simulator = Simulator.start(0, new ManualClock(), 19);

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  void anAccountHasTheDefaultRegionsOfItsPartitionAndThoseItEnabled() {
    simulator.world().regionOptIns().set(ACCOUNT, "af-south-1", RegionOptIns.Status.ENABLED);

    assertThat(enabled("us-east-2"))
        .hasSize(18)
        .contains("af-south-1", "us-east-1", "sa-east-1")
        .doesNotContain("me-south-1", "us-gov-west-1");
    assertThat(enabled("us-gov-west-1")).contains("us-gov-east-1", "us-gov-west-1");
  }

  @Test
  void withoutAFilterEveryRegionIsListedWithItsStateOnSeveralPages() {
    try (var client = client("us-east-2")) {
      var first = client.listRegions(request -> {});
      var all =
          client.listRegionsPaginator(request -> {}).stream()
              .flatMap(page -> page.regions().stream())
              .toList();

      assertThat(first.regions()).hasSize(20);
      assertThat(first.nextToken()).isNotBlank();
      assertThat(all).hasSize(34).doesNotHaveDuplicates();
      assertThat(all)
          .filteredOn(region -> region.regionName().equals("me-south-1"))
          .extracting(Region::regionOptStatus)
          .containsExactly(RegionOptStatus.DISABLED);
    }
  }

  @Test
  void anotherAccountsRegionsAndWrongSizesAreRefused() {
    try (var client = client("us-east-2")) {
      assertThatThrownBy(() -> client.listRegions(request -> request.accountId(OTHER)))
          .isInstanceOf(AccessDeniedException.class);
      assertThatThrownBy(() -> client.listRegions(request -> request.maxResults(51)))
          .isInstanceOf(ValidationException.class);
      assertThatThrownBy(
              () -> client.listRegions(request -> request.regionOptStatusContainsWithStrings("ON")))
          .isInstanceOf(ValidationException.class)
          .hasMessageContaining("'ON'");
    }
  }

  private List<String> enabled(String region) {
    try (var client = client(region)) {
      return client
          .listRegionsPaginator(request ->
              request.regionOptStatusContains(
                  RegionOptStatus.ENABLED, RegionOptStatus.ENABLED_BY_DEFAULT))
          .stream()
          .flatMap(page -> page.regions().stream())
          .map(Region::regionName)
          .toList();
    }
  }

  private AccountClient client(String region) {
    return TestClients.of(simulator, ACCOUNT + "alice", region).account();
  }
}
