package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.option.ImportedModelOptions;
import dev.bedrockinventory.cli.option.InventoryOptions;
import dev.bedrockinventory.cli.option.PriceOptions;
import dev.bedrockinventory.cli.output.CostPrinter;
import dev.bedrockinventory.cost.CostEstimator;
import dev.bedrockinventory.cost.UnitHistory;
import dev.bedrockinventory.model.ChangeDays;
import dev.bedrockinventory.query.Inventory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints what imported models cost, estimated from list prices. */
@Command(
    name = "cost",
    description = "Estimate what imported models cost, by their custom model units.")
public final class CostCommand implements Callable<Integer> {
  private final CliContext context;
  @Mixin private final ImportedModelOptions models = new ImportedModelOptions();
  @Mixin private final PriceOptions prices = new PriceOptions();
  @Mixin private final InventoryOptions inventory = new InventoryOptions();

  public CostCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var filter = models.filter(inventory.aws());
    var now = context.clock().instant();
    var time = inventory.time(now);
    var at = time.orElse(now);
    var estimator = new CostEstimator(prices.prices(), ChangeDays.day(at));
    try (var open = inventory.open(context)) {
      var reader = open.reader();
      var costs =
          new Inventory(reader)
              .at(time, filter)
              .map(estimator::of)
              .map(cost -> new CostPrinter.Row(cost, UnitHistory.read(reader, estimator, cost)))
              .toList();
      new CostPrinter(context).print(at, costs, inventory.format());
    }
    return ExitCode.SUCCESS;
  }
}
