package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.option.LedgerOptions;
import dev.bedrockinventory.cli.option.OutputOptions;
import dev.bedrockinventory.cli.option.ScopeOptions;
import dev.bedrockinventory.cli.output.JsonPrinter;
import dev.bedrockinventory.cli.output.TextTable;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.verify.Finding;
import dev.bedrockinventory.verify.Verification;
import dev.bedrockinventory.verify.Verifier;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Verifies the ledger. */
@Command(
    name = "verify",
    description = "Recompute every hash and cross-reference of the ledger; exit 4 if one is wrong.")
public final class VerifyCommand implements Callable<Integer> {
  private final CliContext context;
  @Mixin private final ScopeOptions scopes = new ScopeOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  public VerifyCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var filter = scopes.filter(ledger.aws());
    try (var open = ledger.location(ledger.aws(), context).connect()) {
      var damage = open.check().get();
      var verification =
          damage.isEmpty()
              ? new Verifier(open.requireFormat().reader(), context.clock(), filter).run()
              : damaged(damage);
      print(verification);
      return verification.findings().isEmpty() ? ExitCode.SUCCESS : ExitCode.CORRUPTED;
    }
  }

  /** The items of a damaged file are not read: SQLite may return anything. */
  private static Verification damaged(List<String> damage) {
    var file = new ItemKey("SQLITE", "integrity_check");
    var findings = damage.stream().map(line -> new Finding(file, line)).toList();
    return new Verification(
        0,
        0,
        0,
        findings,
        List.of("all items, since the file itself is damaged; replace it by a copy from a backup"));
  }

  private void print(Verification verification) {
    switch (output.format()) {
      case JSON, JSONL -> new JsonPrinter(context).value(verification.json(), output.format());
      case TABLE -> text(verification);
      case CSV, MARKDOWN -> table(verification).print(context, output.format());
    }
  }

  private static TextTable table(Verification verification) {
    var table = new TextTable("RESULT", "ITEM", "PROBLEM");
    verification
        .findings()
        .forEach(finding -> table.row("BROKEN", finding.item().toString(), finding.problem()));
    verification.notCovered().forEach(what -> table.row("not covered", what, ""));
    table.row(result(verification), "", counts(verification));
    return table;
  }

  private void text(Verification verification) {
    var out = context.out();
    for (var finding : verification.findings()) {
      out.println("BROKEN  %s  %s".formatted(finding.item(), finding.problem()));
    }
    for (var what : verification.notCovered()) {
      out.println("not covered  " + what);
    }
    out.println(result(verification) + ": " + counts(verification));
  }

  private static String result(Verification verification) {
    return verification.findings().isEmpty() ? "Whole" : "Broken";
  }

  private static String counts(Verification verification) {
    return "%d scopes, %d resources, %d revisions, %d findings, %d not covered"
        .formatted(
            verification.scopes(),
            verification.resources(),
            verification.revisions(),
            verification.findings().size(),
            verification.notCovered().size());
  }
}
