package dev.bedrockinventory.cli.aws;

import dev.bedrockinventory.account.AccountCredentials;
import dev.bedrockinventory.account.AccountListing;
import dev.bedrockinventory.account.OrganizationAccounts;
import dev.bedrockinventory.cli.output.RegionList;
import dev.bedrockinventory.settings.OrganizationTarget;
import java.util.Optional;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The access to several accounts: who they are, the role that is assumed there, their regions. */
public final class AwsAccounts {
  private static final String ACCOUNT = "ACCOUNT";
  private static final String STS = "STS";

  private final AwsAccess access;

  public AwsAccounts(AwsAccess access) {
    this.access = access;
  }

  /** The accounts of the organization of the credentials. */
  public AccountListing organization() {
    try (var client =
        access.client(OrganizationsClient.builder(), "ORGANIZATIONS", Optional.empty())) {
      return new OrganizationAccounts(client).list(OrganizationTarget.ALL);
    }
  }

  /** The role of this name, or path and name, in any account. */
  public AssumedRole role(String role) {
    var own = access.own(STS, Optional.empty());
    var sts = access.client(StsClient.builder(), STS, own);
    return new AssumedRole(
        role, sts, new AccountCredentials(own, sts, access.homeRegion(), Optional.empty()));
  }

  /** The regions to sweep in an account: the specified ones, or those it has enabled. */
  public RegionList regions(AccountAccess.Granted account) {
    return access
        .regions()
        .map(regions -> new RegionList(regions, RegionList.Origin.OPTION, Optional.empty()))
        .orElseGet(() -> enabled(account));
  }

  private RegionList enabled(AccountAccess.Granted account) {
    var credentials =
        account.assumed().orElseGet(() -> access.own(ACCOUNT, Optional.of(account.account())));
    try (var client = access.client(AccountClient.builder(), ACCOUNT, credentials)) {
      return EnabledRegions.read(account.account(), client);
    }
  }
}
