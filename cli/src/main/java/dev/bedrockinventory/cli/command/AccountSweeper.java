package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.account.AccountListing;
import dev.bedrockinventory.aws.Parallel;
import dev.bedrockinventory.cli.aws.AccountAccess;
import dev.bedrockinventory.cli.aws.AssumedRole;
import dev.bedrockinventory.cli.aws.AwsAccess;
import dev.bedrockinventory.cli.aws.AwsAccounts;
import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.output.AccountResult;
import dev.bedrockinventory.cli.output.RegionList;
import dev.bedrockinventory.sweep.SweepReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Sweeps several accounts with a role that is assumed in each. An account that cannot be read is a
 * result, and does not stop the others.
 */
final class AccountSweeper {
  private final AwsAccess access;
  private final AwsAccounts accounts;
  private final AssumedRole role;

  AccountSweeper(AwsAccess access, AwsAccounts accounts, AssumedRole role) {
    this.access = access;
    this.accounts = accounts;
    this.role = role;
  }

  /**
   * What is known of the accounts before they are swept.
   *
   * @param accesses the accounts to sweep, in order
   * @param inactive the state of each account that is not active in the organization
   */
  record Selection(List<AccountAccess> accesses, SortedMap<String, String> inactive) {}

  /** The named accounts, in each of which the role is assumed. */
  Selection named(List<String> names) {
    return new Selection(Parallel.map(names, role::access), new TreeMap<>());
  }

  /**
   * The active accounts of the organization. That of the credentials is read with these: the
   * management account usually does not have the role.
   *
   * @throws CommandFailedException if they cannot be listed
   */
  Selection organization() {
    var own = access.account(Optional.empty());
    return switch (accounts.organization()) {
      case AccountListing.Listed(var active, var inactive) ->
          new Selection(
              Parallel.map(
                  active,
                  account ->
                      account.equals(own)
                          ? new AccountAccess.Granted(own, Optional.empty())
                          : role.access(account)),
              inactive);
      case AccountListing.Failed(var reason, var error) ->
          throw new CommandFailedException(
              "the accounts of the organization cannot be listed: %s; %s"
                  .formatted(error, fix(reason)));
    };
  }

  /**
   * Sweeps the accounts.
   *
   * @param announce receives the regions of each account before anything is swept
   * @return one result for each account, in order
   */
  List<AccountResult> sweep(
      Selection selection, ScopeSweeper scopes, Consumer<SortedMap<String, RegionList>> announce) {
    var granted = new ArrayList<AccountAccess.Granted>();
    var results = new TreeMap<String, AccountResult>();
    for (var each : selection.accesses()) {
      switch (each) {
        case AccountAccess.Granted account -> granted.add(account);
        case AccountAccess.Refused(var account, var problem) ->
            results.put(account, AccountResult.failed(account, problem));
      }
    }
    selection
        .inactive()
        .forEach((account, state) -> results.put(account, AccountResult.inactive(account, state)));
    var regions = new TreeMap<String, RegionList>();
    var lists = Parallel.map(granted, accounts::regions);
    for (var i = 0; i < granted.size(); i++) {
      regions.put(granted.get(i).account(), lists.get(i));
    }
    announce.accept(regions);
    results.putAll(sweep(granted, regions, scopes));
    return List.copyOf(results.values());
  }

  private static Map<String, AccountResult> sweep(
      List<AccountAccess.Granted> granted, Map<String, RegionList> regions, ScopeSweeper scopes) {
    var places = new ArrayList<ScopeSweeper.Place>();
    for (var account : granted) {
      Optional.ofNullable(regions.get(account.account())).stream()
          .flatMap(list -> list.regions().stream())
          .forEach(region -> places.add(new ScopeSweeper.Place(account, region)));
    }
    var reports = new HashMap<String, List<SweepReport>>();
    var failures = new HashMap<String, String>();
    for (var result : scopes.sweep(places)) {
      var account = result.scope().account();
      result
          .report()
          .ifPresent(
              report -> reports.computeIfAbsent(account, _ -> new ArrayList<>()).add(report));
      result
          .failure()
          .ifPresent(
              failure -> failures.putIfAbsent(account, String.valueOf(failure.getMessage())));
    }
    var results = new HashMap<String, AccountResult>();
    regions.forEach((account, list) ->
        results.put(
            account,
            new AccountResult(
                account,
                Optional.of(list),
                Optional.empty(),
                Optional.ofNullable(failures.get(account)),
                reports.getOrDefault(account, List.of()))));
    return results;
  }

  private static String fix(AccountListing.Reason reason) {
    return switch (reason) {
      case DENIED ->
          "use credentials of the management account or of a delegated administrator that are"
              + " allowed organizations:ListAccounts, or name the accounts with --account";
      case NO_ORGANIZATION -> "name the accounts with --account";
      case NO_UNIT, OTHER -> "try again later, or name the accounts with --account";
    };
  }
}
