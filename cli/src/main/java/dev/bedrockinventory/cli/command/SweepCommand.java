package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.aws.AccountAccess;
import dev.bedrockinventory.cli.aws.AwsAccess;
import dev.bedrockinventory.cli.aws.AwsAccounts;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.ledger.OpenLedger;
import dev.bedrockinventory.cli.option.KindOptions;
import dev.bedrockinventory.cli.option.LedgerLocation;
import dev.bedrockinventory.cli.option.LedgerOptions;
import dev.bedrockinventory.cli.option.OutputOptions;
import dev.bedrockinventory.cli.option.SweepAccountOptions;
import dev.bedrockinventory.cli.output.AccountPrinter;
import dev.bedrockinventory.cli.output.AccountResult;
import dev.bedrockinventory.cli.output.RegionList;
import dev.bedrockinventory.cli.output.RegionNotice;
import dev.bedrockinventory.cli.output.SweepPrinter;
import dev.bedrockinventory.sweep.SweepReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sweeps one account, or several. */
@Command(
    name = "sweep",
    description = {
      "Inventory accounts, and record what changed since the last sweep.",
      "Exit 3 if something could not be read; that never counts as a deletion."
    })
public final class SweepCommand implements Callable<Integer> {
  private final CliContext context;
  @Mixin private final KindOptions kinds = new KindOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();
  @Mixin private final SweepAccountOptions accounts = new SweepAccountOptions();

  @Option(
      names = "--create-table",
      description = "Create the table if it is missing: for DynamoDB Local.")
  private boolean createsTable;

  public SweepCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    accounts.check();
    var location = ledger.location(ledger.aws(), context);
    var access = new AwsAccess(ledger.aws(), context);
    access.checkRegions();
    return accounts
        .role()
        .map(role -> sweepAccounts(role, location, access))
        .orElseGet(() -> sweepOwn(location, access));
  }

  private int sweepOwn(LedgerLocation location, AwsAccess access) {
    var account =
        new AccountAccess.Granted(
            access.account(accounts.accounts().stream().findFirst()), Optional.empty());
    try (var open = location.openOrCreate(createsTable)) {
      var regions = new AwsAccounts(access).regions(account);
      announce(new TreeMap<>(Map.of(account.account(), regions)));
      var results =
          scopes(access, open)
              .sweep(
                  regions.regions().stream()
                      .map(region -> new ScopeSweeper.Place(account, region))
                      .toList());
      results.stream()
          .flatMap(result -> result.failure().stream())
          .findFirst()
          .ifPresent(failure -> {
            throw failure;
          });
      var reports = results.stream().flatMap(result -> result.report().stream()).toList();
      new SweepPrinter(context).print(reports, output.format());
      return reports.stream().allMatch(SweepReport::isFine)
          ? ExitCode.SUCCESS
          : ExitCode.INCOMPLETE;
    }
  }

  private int sweepAccounts(String roleName, LedgerLocation location, AwsAccess access) {
    var all = new AwsAccounts(access);
    try (var role = all.role(roleName)) {
      var sweeper = new AccountSweeper(access, all, role);
      var selection =
          accounts.isOrganization() ? sweeper.organization() : sweeper.named(accounts.accounts());
      selection
          .inactive()
          .forEach((account, state) ->
              notice(
                  "account %s is %s in the organization, so it is not swept"
                      .formatted(account, state)));
      try (var open = location.openOrCreate(createsTable)) {
        var results = sweeper.sweep(selection, scopes(access, open), this::announce);
        new AccountPrinter(context).print(results, output.format());
        return exitCode(results.stream().map(AccountResult::outcome).toList());
      }
    }
  }

  private ScopeSweeper scopes(AwsAccess access, OpenLedger open) {
    return new ScopeSweeper(access, open, kinds.kinds(), context);
  }

  private void announce(SortedMap<String, RegionList> regions) {
    RegionNotice.lines(regions).forEach(this::notice);
  }

  private void notice(String line) {
    context.err().println("inventory: " + line);
  }

  /** Accounts that are not active in the organization do not count. */
  private static int exitCode(List<AccountResult.Outcome> outcomes) {
    var read =
        outcomes.stream().filter(outcome -> outcome != AccountResult.Outcome.INACTIVE).toList();
    if (read.stream().allMatch(outcome -> outcome == AccountResult.Outcome.COMPLETE)) {
      return ExitCode.SUCCESS;
    }
    return read.stream().allMatch(outcome -> outcome == AccountResult.Outcome.FAILED)
        ? ExitCode.FAILED
        : ExitCode.INCOMPLETE;
  }
}
