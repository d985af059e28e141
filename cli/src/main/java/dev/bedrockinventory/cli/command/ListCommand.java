package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.option.FilterOptions;
import dev.bedrockinventory.cli.option.LedgerOptions;
import dev.bedrockinventory.cli.option.OutputOptions;
import dev.bedrockinventory.cli.option.TimeArgument;
import dev.bedrockinventory.cli.output.JsonPrinter;
import dev.bedrockinventory.cli.output.TextTable;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.query.Inventory;
import dev.bedrockinventory.query.JsonContract;
import dev.bedrockinventory.query.Resource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the resources that exist, or existed at a given time. */
@Command(name = "list", description = "Show the resources that exist, or existed at a given time.")
public final class ListCommand implements Callable<Integer> {
  private final CliContext context;
  @Mixin private final FilterOptions filters = new FilterOptions();
  @Mixin private final OutputOptions output = new OutputOptions();
  @Mixin private final LedgerOptions ledger = new LedgerOptions();

  @Option(
      names = "--as-of",
      paramLabel = "WHEN",
      description =
          "The state at this time: an instant, a date (its end, UTC), or 7d, 12h, 30m ago.")
  private Optional<String> asOf = Optional.empty();

  public ListCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    var filter = filters.filter(ledger.aws());
    var now = context.clock().instant();
    var instant = asOf.map(text -> TimeArgument.last("--as-of", text, now));
    try (var open = ledger.open(context)) {
      var inventory = new Inventory(open.reader());
      print(instant.map(at -> inventory.asOf(at, filter)).orElseGet(() -> inventory.now(filter)));
    }
    return ExitCode.SUCCESS;
  }

  private void print(Stream<Resource> resources) {
    var printer = new JsonPrinter(context);
    switch (output.format()) {
      case JSON -> printer.array(resources.map(JsonContract::of));
      case JSONL -> printer.lines(resources.map(JsonContract::of));
      case TABLE -> table(resources);
    }
  }

  private void table(Stream<Resource> resources) {
    var table = new TextTable("KIND", "NAME", "ID", "ACCOUNT", "REGION", "REVISION", "CHANGED");
    resources.forEach(resource -> {
      var head = resource.head();
      var scope = resource.scope();
      table.row(
          scope.kind().label(),
          head.document().name(scope.kind()).orElse(""),
          head.arn().id(),
          scope.account(),
          scope.region(),
          Long.toString(head.revision()),
          Instants.text(head.changedAt()));
    });
    table.print(context);
  }
}
