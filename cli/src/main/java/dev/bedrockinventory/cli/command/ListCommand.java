package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.option.CountOption;
import dev.bedrockinventory.cli.option.FilterOptions;
import dev.bedrockinventory.cli.option.InventoryOptions;
import dev.bedrockinventory.cli.option.SelectionOptions;
import dev.bedrockinventory.cli.output.EmptyNotice;
import dev.bedrockinventory.cli.output.ResourcePrinter;
import dev.bedrockinventory.query.Grouped;
import dev.bedrockinventory.query.Inventory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the resources that exist, or existed at a given time. */
@Command(name = "list", description = "Show the resources that exist, or existed at a given time.")
public final class ListCommand implements Callable<Integer> {
  private final CliContext context;
  @Mixin private final FilterOptions filters = new FilterOptions();
  @Mixin private final SelectionOptions selection = new SelectionOptions();
  @Mixin private final CountOption count = new CountOption();
  @Mixin private final InventoryOptions inventory = new InventoryOptions();

  public ListCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var filter = selection.filter(filters.filter(inventory.aws()));
    var time = inventory.time(context.clock().instant());
    try (var open = inventory.open(context)) {
      var reader = open.reader();
      var notice = new EmptyNotice(context);
      var found = notice.watch(new Inventory(reader).at(time, filter));
      var printer = new ResourcePrinter(context, inventory.format());
      count
          .by()
          .ifPresentOrElse(
              by -> printer.print(Grouped.of(found, by), by), () -> printer.print(found));
      notice.print(reader, filter);
    }
    return ExitCode.SUCCESS;
  }
}
