package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.option.LedgerOptions;
import dev.bedrockinventory.cli.option.LimitOption;
import dev.bedrockinventory.cli.option.OutputOptions;
import dev.bedrockinventory.cli.option.ScopeOptions;
import dev.bedrockinventory.cli.output.EmptyNotice;
import dev.bedrockinventory.cli.output.QuotaPrinter;
import dev.bedrockinventory.query.QuotaUse;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints how much of the quotas is used. */
@Command(
    name = "quota",
    description =
        "Show how many application profiles and imported models there are by account and region,"
            + " and how many are allowed.")
public final class QuotaCommand implements Callable<Integer> {
  private final CliContext context;
  @Mixin private final LimitOption limits = new LimitOption();
  @Mixin private final ScopeOptions scopes = new ScopeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  public QuotaCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var filter = scopes.filter(ledger.aws());
    var quotas = limits.quotas();
    try (var open = ledger.open(context)) {
      var reader = open.reader();
      var uses = QuotaUse.of(reader, quotas, filter);
      new QuotaPrinter(context, output.format()).print(uses, quotas);
      context.out().flush();
      if (uses.isEmpty()) {
        new EmptyNotice(context).explain(reader, filter, "no scope of a kind with a quota");
      }
      warn(uses);
    }
    return ExitCode.SUCCESS;
  }

  private void warn(List<QuotaUse> uses) {
    var old =
        uses.stream()
            .filter(use -> !use.isCurrent())
            .filter(use -> use.state() != QuotaUse.State.UNREAD)
            .count();
    if (old > 0) {
      context
          .err()
          .println(
              "the last observation of %d of these scopes was not complete, so that their numbers may be old; './inventory coverage' shows why"
                  .formatted(old));
    }
  }
}
