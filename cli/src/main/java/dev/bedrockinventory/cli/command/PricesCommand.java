package dev.bedrockinventory.cli.command;

import dev.bedrockinventory.cli.aws.AwsOptions;
import dev.bedrockinventory.cli.aws.PriceListClient;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.context.ExitCode;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.cli.option.OutputOptions;
import dev.bedrockinventory.cli.option.PriceOptions;
import dev.bedrockinventory.cli.output.JsonPrinter;
import dev.bedrockinventory.cli.output.TextTable;
import dev.bedrockinventory.cost.CostJson;
import dev.bedrockinventory.cost.PriceFile;
import dev.bedrockinventory.cost.PriceList;
import dev.bedrockinventory.cost.Prices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the list prices of imported models, and renews them. */
@Command(
    name = "prices",
    description = "Show the list prices of imported models, or renew them from AWS's price list.")
public final class PricesCommand implements Callable<Integer> {
  private static final String ENDPOINT = "--endpoint-url-pricing";

  private final CliContext context;
  @Mixin private final PriceOptions prices = new PriceOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(
      names = "--update",
      description = "Add the prices of AWS's price list to the price file, then show it.")
  private boolean update;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "With --update: a downloaded copy of the price list of AmazonBedrock.")
  private Optional<Path> from = Optional.empty();

  @Option(
      names = ENDPOINT,
      paramLabel = "URL",
      description = "With --update: the endpoint of the price list, if it is not AWS.")
  private Optional<String> endpoint = Optional.empty();

  public PricesCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!update && (from.isPresent() || endpoint.isPresent())) {
      throw new UsageException("--from and %s require --update".formatted(ENDPOINT));
    }
    if (from.isPresent() && endpoint.isPresent()) {
      throw new UsageException("specify at most one of --from and %s".formatted(ENDPOINT));
    }
    print(update ? updated(prices.target(context)) : prices.prices());
    return ExitCode.SUCCESS;
  }

  private Prices updated(Path target) {
    var before = PriceOptions.existing(target);
    var list = list();
    var after = before.with(list.prices());
    try {
      PriceFile.replace(target, after);
    } catch (IOException e) {
      throw new CommandFailedException(
          "price file '%s' cannot be written (%s); specify another with --prices"
              .formatted(target, e.getClass().getSimpleName()),
          e);
    }
    var added = after.all().size() - before.all().size();
    list.leftOut().forEach(reason -> context.err().println("left out: " + reason));
    context
        .err()
        .println(
            "%s: %d prices, %d of them new and %d changed; %d were listed"
                .formatted(
                    target,
                    after.all().size(),
                    added,
                    after.all().stream().filter(price -> !before.all().contains(price)).count()
                        - added,
                    list.prices().size()));
    return after;
  }

  private PriceList list() {
    return from.map(PriceListClient::read)
        .orElseGet(() ->
            PriceListClient.download(
                endpoint.map(text -> AwsOptions.url(ENDPOINT, text)).orElse(PriceListClient.AWS),
                context));
  }

  private void print(Prices shown) {
    var printer = new JsonPrinter(context);
    switch (output.format()) {
      case JSON -> printer.array(shown.all().stream().map(CostJson::of));
      case JSONL -> printer.lines(shown.all().stream().map(CostJson::of));
      case TABLE, CSV, MARKDOWN -> table(shown);
    }
  }

  private void table(Prices shown) {
    var table =
        new TextTable(
            "REGION", "FAMILY", "UNITS", "CHARGE", "US DOLLARS", "PER", "SINCE", "READ", "SOURCE");
    for (var price : shown.all()) {
      table.row(
          price.region(),
          price.family(),
          price.unitsVersion(),
          price.charge().key(),
          price.money().exact(),
          price.charge().unit(),
          price.since().toString(),
          price.read().toString(),
          price.source());
    }
    table.print(context, output.format());
  }
}
