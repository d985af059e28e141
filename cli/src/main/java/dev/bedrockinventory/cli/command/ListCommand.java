package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.option.FilterOptions;
import dev.bedrockinventory.cli.option.InventoryOptions;
import dev.bedrockinventory.cli.output.JsonPrinter;
import dev.bedrockinventory.cli.output.TextTable;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.query.Inventory;
import dev.bedrockinventory.query.JsonContract;
import dev.bedrockinventory.query.Resource;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the resources that exist, or existed at a given time. */
@Command(name = "list", description = "Show the resources that exist, or existed at a given time.")
public final class ListCommand implements Callable<Integer> {
  private final CliContext context;
  @Mixin private final FilterOptions filters = new FilterOptions();
  @Mixin private final InventoryOptions inventory = new InventoryOptions();

  public ListCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var filter = filters.filter(inventory.aws());
    var time = inventory.time(context.clock().instant());
    try (var open = inventory.open(context)) {
      print(new Inventory(open.reader()).at(time, filter));
    }
    return ExitCode.SUCCESS;
  }

  private void print(Stream<Resource> resources) {
    var printer = new JsonPrinter(context);
    switch (inventory.format()) {
      case JSON -> printer.array(resources.map(JsonContract::of));
      case JSONL -> printer.lines(resources.map(JsonContract::of));
      case TABLE, CSV, MARKDOWN -> table(resources);
    }
  }

  private void table(Stream<Resource> resources) {
    var isComplete = inventory.format().isComplete();
    var table =
        new TextTable(
            "KIND", "NAME", isComplete ? "ARN" : "ID", "ACCOUNT", "REGION", "REVISION", "CHANGED");
    resources.forEach(resource -> {
      var head = resource.head();
      var scope = resource.scope();
      table.row(
          scope.kind().label(),
          head.document().name(scope.kind()).orElse(""),
          isComplete ? head.arn().text() : head.arn().id(),
          scope.account(),
          scope.region(),
          Long.toString(head.revision()),
          Instants.text(head.changedAt()));
    });
    table.print(context, inventory.format());
  }
}
