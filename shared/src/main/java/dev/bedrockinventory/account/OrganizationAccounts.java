package dev.bedrockinventory.account;

import dev.bedrockinventory.account.AccountListing.Reason;
import dev.bedrockinventory.settings.OrganizationTarget;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AccountState;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentRequest;
import software.amazon.awssdk.services.organizations.model.ListAccountsRequest;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentRequest;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;
import software.amazon.awssdk.services.organizations.model.OrganizationsException;

/** The accounts that AWS Organizations lists. Thread-safe, as its client is. */
public final class OrganizationAccounts {
  private final OrganizationsClient client;

  /** Lists with this client, which stays open. */
  public OrganizationAccounts(OrganizationsClient client) {
    this.client = client;
  }

  /**
   * Lists the accounts of an organizational unit and of all units nested in it, or of the complete
   * organization. A page may be empty although others follow it (Organizations API Reference,
   * ListAccounts).
   *
   * @param unit the id of an organizational unit, or {@link OrganizationTarget#ALL}
   */
  public AccountListing list(String unit) {
    try {
      var accounts = unit.equals(OrganizationTarget.ALL) ? all() : nested(unit);
      return listed(accounts);
    } catch (OrganizationsException e) {
      return failed(e);
    } catch (SdkException | IncompleteListException e) {
      return new AccountListing.Failed(Reason.OTHER, line(String.valueOf(e.getMessage())));
    }
  }

  private List<Account> all() {
    var accounts =
        client.listAccountsPaginator(ListAccountsRequest.builder().build()).stream()
            .flatMap(page -> page.accounts().stream())
            .toList();
    if (accounts.isEmpty()) {
      throw new IncompleteListException("ListAccounts returned no account, not even this one");
    }
    return accounts;
  }

  private List<Account> nested(String unit) {
    var here = ListAccountsForParentRequest.builder().parentId(unit).build();
    var below = ListOrganizationalUnitsForParentRequest.builder().parentId(unit).build();
    return Stream.concat(
            client.listAccountsForParentPaginator(here).stream()
                .flatMap(page -> page.accounts().stream()),
            client.listOrganizationalUnitsForParentPaginator(below).stream()
                .flatMap(page -> page.organizationalUnits().stream())
                .map(OrganizationalUnit::id)
                .flatMap(child -> nested(child).stream()))
        .toList();
  }

  /** AWS retired the member Status in September 2026; State replaces it. */
  private static AccountListing listed(List<Account> accounts) {
    var active = new TreeSet<String>();
    var inactive = new TreeMap<String, String>();
    for (var account : accounts) {
      if (account.state() == null) {
        throw new IncompleteListException("account %s has no State".formatted(account.id()));
      }
      if (account.state() == AccountState.ACTIVE) {
        active.add(account.id());
      } else {
        inactive.put(account.id(), account.stateAsString());
      }
    }
    return new AccountListing.Listed(active, inactive);
  }

  private static AccountListing failed(OrganizationsException e) {
    var code = Optional.ofNullable(e.awsErrorDetails()).map(AwsErrorDetails::errorCode).orElse("");
    var reason =
        switch (code) {
          case "AccessDeniedException" -> Reason.DENIED;
          case "AWSOrganizationsNotInUseException" -> Reason.NO_ORGANIZATION;
          case "ParentNotFoundException" -> Reason.NO_UNIT;
          default -> Reason.OTHER;
        };
    return new AccountListing.Failed(
        reason,
        reason == Reason.OTHER
            ? "%s, HTTP status %d".formatted(code.isEmpty() ? "no code" : code, e.statusCode())
            : code);
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** The list is not credible. */
  private static final class IncompleteListException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompleteListException(String message) {
      super(message);
    }
  }
}
