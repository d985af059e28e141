package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.option.LedgerOptions;
import dev.bedrockinventory.cli.option.OutputOptions;
import dev.bedrockinventory.cli.option.ScopeOptions;
import dev.bedrockinventory.cli.output.JsonPrinter;
import dev.bedrockinventory.cli.output.TextTable;
import dev.bedrockinventory.verify.Repair;
import dev.bedrockinventory.verify.RepairResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Repairs the ledger. */
@Command(
    name = "repair",
    description =
        "Rebuild heads, tombstones, routes and scope items from the intact revisions; exit 4 if"
            + " something cannot be repaired. Use --dry-run first.")
public final class RepairCommand implements Callable<Integer> {
  private final CliContext context;

  @Option(names = "--dry-run", description = "Print what would be repaired; write nothing.")
  private boolean dryRun;

  @Option(
      names = "--recount",
      description =
          "Also correct a scope that counts more revisions than exist: the count is the only trace"
              + " of a history that was removed.")
  private boolean recount;

  @Mixin private final ScopeOptions scopes = new ScopeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  public RepairCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var filter = scopes.filter(ledger.aws());
    try (var open = ledger.open(context)) {
      var repair = new Repair(open.reader(), open.repairs(), context.clock());
      var result = repair.run(filter, new Repair.Mode(dryRun, recount));
      print(result);
      return result.unrepaired().isEmpty() ? ExitCode.SUCCESS : ExitCode.CORRUPTED;
    }
  }

  private void print(RepairResult result) {
    switch (output.format()) {
      case JSON, JSONL -> new JsonPrinter(context).value(result.json(), output.format());
      case TABLE -> text(result);
      case CSV, MARKDOWN -> table(result).print(context, output.format());
    }
  }

  private TextTable table(RepairResult result) {
    var table = new TextTable("RESULT", "ITEM", "HOW");
    result.repaired().forEach(one -> table.row(word(), one.item().toString(), one.how()));
    result
        .unrepaired()
        .forEach(left -> table.row("BROKEN", left.item().toString(), left.problem()));
    return table;
  }

  private String word() {
    return dryRun ? "WOULD REPAIR" : "REPAIRED";
  }

  private void text(RepairResult result) {
    var out = context.out();
    for (var one : result.repaired()) {
      out.println("%s  %s  %s".formatted(word(), one.item(), one.how()));
    }
    for (var left : result.unrepaired()) {
      out.println("BROKEN  %s  %s".formatted(left.item(), left.problem()));
    }
    out.println(
        "%s %s, %s left"
            .formatted(
                count(result.repaired().size(), "item"),
                dryRun ? "would be repaired" : "repaired",
                count(result.unrepaired().size(), "problem")));
  }

  private static String count(int number, String noun) {
    return "%d %s%s".formatted(number, noun, number == 1 ? "" : "s");
  }
}
