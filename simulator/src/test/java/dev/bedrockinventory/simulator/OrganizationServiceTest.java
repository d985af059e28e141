package dev.bedrockinventory.simulator;

import static dev.bedrockinventory.simulator.TestClients.ACCOUNT;
import static dev.bedrockinventory.simulator.TestClients.OHIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.simulator.world.Organization;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AccountState;
import software.amazon.awssdk.services.organizations.model.AwsOrganizationsNotInUseException;
import software.amazon.awssdk.services.organizations.model.InvalidInputException;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;
import software.amazon.awssdk.services.organizations.model.OrganizationsException;
import software.amazon.awssdk.services.organizations.model.ParentNotFoundException;

/** The accounts of an organization, read with the SDK's own client. */
final class OrganizationServiceTest {
  private static final String FIRST = "444455556666";
  private static final String SECOND = "777788889999";

  private final ManualClock clock = new ManualClock();
  private final Simulator simulator = Simulator.start(0, clock, 19);
  private final OrganizationsClient client = client(ACCOUNT);

  @AfterEach
  void close() {
    client.close();
    simulator.close();
  }

  @Test
  void withoutAnOrganizationNothingIsListed() {
    assertThatThrownBy(client::listAccounts).isInstanceOf(AwsOrganizationsNotInUseException.class);
  }

  @Test
  void everyAccountHasItsStateAndTheManagementAccountIsOneOfThem() {
    var organization = simulator.world().createOrganization(ACCOUNT);
    organization.put(FIRST, organization.root());
    organization.change(FIRST, Organization.State.SUSPENDED);

    var accounts = client.listAccounts().accounts();

    assertThat(accounts).extracting(Account::id).containsExactly(ACCOUNT, FIRST);
    assertThat(accounts)
        .extracting(Account::state)
        .containsExactly(AccountState.ACTIVE, AccountState.SUSPENDED);
    assertThat(accounts).extracting(Account::statusAsString).containsOnlyNulls();
    assertThat(accounts.getLast().joinedTimestamp()).isEqualTo(clock.instant());
    assertThat(accounts.getLast().arn())
        .isEqualTo(
            "arn:aws:organizations::%s:account/%s/%s".formatted(ACCOUNT, organization.id(), FIRST));
  }

  @Test
  void aPageHasAtMostTwentyAccounts() {
    var organization = simulator.world().createOrganization(ACCOUNT);
    for (var number = 0; number < 40; number++) {
      organization.put("%012d".formatted(number), organization.root());
    }

    var pages = client.listAccountsPaginator().stream().toList();

    assertThat(pages).extracting(page -> page.accounts().size()).containsExactly(20, 20, 1);
    assertThatThrownBy(() -> client.listAccounts(request -> request.maxResults(21)))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void aParentListsOnlyWhatIsDirectlyUnderIt() {
    var organization = simulator.world().createOrganization(ACCOUNT);
    var unit = organization.createUnit(organization.root());
    var nested = organization.createUnit(unit);
    organization.put(FIRST, unit);
    organization.put(SECOND, nested);

    assertThat(accounts(unit)).containsExactly(FIRST);
    assertThat(accounts(organization.root())).containsExactly(ACCOUNT);
    assertThat(
            client
                .listOrganizationalUnitsForParent(request -> request.parentId(unit))
                .organizationalUnits())
        .extracting(OrganizationalUnit::id)
        .containsExactly(nested);
    assertThatThrownBy(() -> accounts("ou-a1b2-c3d4e5f6"))
        .isInstanceOf(ParentNotFoundException.class);
    assertThatThrownBy(() -> accounts("unit")).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void onlyTheManagementAccountAndDelegatedAdministratorsListAccounts() {
    var organization = simulator.world().createOrganization(ACCOUNT);
    organization.put(FIRST, organization.root());

    try (var member = client(FIRST)) {
      assertThatThrownBy(member::listAccounts)
          .isInstanceOfSatisfying(
              OrganizationsException.class,
              e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));

      organization.delegate(FIRST);
      assertThat(member.listAccounts().accounts()).hasSize(2);
    }
  }

  private List<String> accounts(String parent) {
    return client.listAccountsForParent(request -> request.parentId(parent)).accounts().stream()
        .map(Account::id)
        .toList();
  }

  private OrganizationsClient client(String account) {
    return TestClients.of(simulator, account + "alice", OHIO).organizations();
  }
}
