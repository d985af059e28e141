package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.aws.Parallel;
import dev.bedrockinventory.cli.aws.AwsAccess;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.ledger.OpenLedger;
import dev.bedrockinventory.cli.option.KindOptions;
import dev.bedrockinventory.cli.option.LedgerOptions;
import dev.bedrockinventory.cli.option.OutputOptions;
import dev.bedrockinventory.cli.output.SweepPrinter;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.sweep.Deadline;
import dev.bedrockinventory.sweep.Sweep;
import dev.bedrockinventory.sweep.SweepReport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sweeps an account. */
@Command(
    name = "sweep",
    description = {
      "Inventory an account, and record what changed since the last sweep.",
      "Exit 3 if something could not be read; that never counts as a deletion."
    })
public final class SweepCommand implements Callable<Integer> {
  private final CliContext context;
  @Mixin private final KindOptions kinds = new KindOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      description = "The account of the credentials (default: from AWS STS).")
  private Optional<String> account = Optional.empty();

  @Option(
      names = "--create-table",
      description = "Create the table if it is missing: for DynamoDB Local.")
  private boolean createsTable;

  public SweepCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var location = ledger.location(ledger.aws(), context);
    var access = new AwsAccess(ledger.aws(), context);
    var regions = access.regions();
    var accountId = access.account(account, regions.getFirst());
    try (var open = location.openOrCreate(createsTable)) {
      var reports =
          Parallel.map(regions, region -> sweep(open, access, accountId, region)).stream()
              .flatMap(List::stream)
              .toList();
      new SweepPrinter(context).print(reports, output.format());
      return reports.stream().allMatch(SweepReport::isFine)
          ? ExitCode.SUCCESS
          : ExitCode.INCOMPLETE;
    }
  }

  /** The scopes of one region, one after another: they share its rate limits. */
  private List<SweepReport> sweep(
      OpenLedger open, AwsAccess access, String accountId, String region) {
    var selected = kinds.kinds();
    try (var clients = access.clients(accountId, region)) {
      return Arrays.stream(Kind.values())
          .filter(kind -> selected.isEmpty() || selected.contains(kind))
          .map(kind -> new Scope(accountId, region, kind))
          .map(scope ->
              new Sweep(clients.source(), open.ledger(), context.clock())
                  .run(scope, Optional.empty(), Deadline.NONE))
          .toList();
    }
  }
}
