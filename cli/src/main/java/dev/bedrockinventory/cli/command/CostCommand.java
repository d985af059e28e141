package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.option.ImportedModelOptions;
import dev.bedrockinventory.cli.option.LedgerOptions;
import dev.bedrockinventory.cli.option.OutputOptions;
import dev.bedrockinventory.cli.option.PriceOptions;
import dev.bedrockinventory.cli.option.TimeArgument;
import dev.bedrockinventory.cli.output.CostPrinter;
import dev.bedrockinventory.cost.CostEstimator;
import dev.bedrockinventory.cost.UnitHistory;
import dev.bedrockinventory.model.ChangeDays;
import dev.bedrockinventory.query.Inventory;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what imported models cost, estimated from list prices. */
@Command(
    name = "cost",
    description = "Estimate what imported models cost, by their custom model units.")
public final class CostCommand implements Callable<Integer> {
  private final CliContext context;
  @Mixin private final ImportedModelOptions models = new ImportedModelOptions();
  @Mixin private final PriceOptions prices = new PriceOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  @Option(
      names = "--as-of",
      paramLabel = "WHEN",
      description =
          "The models and prices of this time: an instant, a date (its end, UTC), or 7d, 12h, 30m"
              + " ago.")
  private Optional<String> asOf = Optional.empty();

  public CostCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var filter = models.filter(ledger.aws());
    var now = context.clock().instant();
    var instant = asOf.map(text -> TimeArgument.last("--as-of", text, now));
    var at = instant.orElse(now);
    var estimator = new CostEstimator(prices.prices(), ChangeDays.day(at));
    try (var open = ledger.open(context)) {
      var reader = open.reader();
      var inventory = new Inventory(reader);
      var costs =
          instant
              .map(then -> inventory.asOf(then, filter))
              .orElseGet(() -> inventory.now(filter))
              .map(estimator::of)
              .map(cost -> new CostPrinter.Row(cost, UnitHistory.read(reader, estimator, cost)))
              .toList();
      new CostPrinter(context).print(at, costs, output.format());
    }
    return ExitCode.SUCCESS;
  }
}
