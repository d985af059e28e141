package dev.bedrockinventory.cli.output;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.cost.CostJson;
import dev.bedrockinventory.cost.CostSum;
import dev.bedrockinventory.cost.Estimate;
import dev.bedrockinventory.cost.ModelCost;
import dev.bedrockinventory.cost.Money;
import dev.bedrockinventory.cost.Price;
import dev.bedrockinventory.cost.UnitCount;
import dev.bedrockinventory.cost.UnitHistory;
import dev.bedrockinventory.cost.UnitStep;
import dev.bedrockinventory.model.ChangeDays;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what imported models cost: one row each, then the sum. */
public final class CostPrinter {
  private final CliContext context;

  public CostPrinter(CliContext context) {
    this.context = context;
  }

  /**
   * A model.
   *
   * @param cost what it costs
   * @param history its units over time
   */
  public record Row(ModelCost cost, UnitHistory history) {}

  /** Prints the models with their sum; the table ends with the basis of the estimate. */
  public void print(Instant at, List<Row> rows, OutputFormat format) {
    var sum = CostSum.of(rows.stream().map(Row::cost).toList());
    var json = rows.stream().map(row -> CostJson.of(row.cost(), row.history()));
    var printer = new JsonPrinter(context);
    switch (format) {
      case JSON -> printer.value(CostJson.of(at, json.toList(), sum), format);
      case JSONL -> printer.lines(Stream.concat(json, Stream.of(CostJson.of(at, sum))));
      case CSV -> numbers(rows).print(context, format);
      case TABLE, MARKDOWN -> {
        if (!rows.isEmpty()) {
          people(rows, sum).print(context, format);
          context.out().println();
          context.out().println(basis(sum));
        }
      }
    }
  }

  private static TextTable people(List<Row> rows, CostSum sum) {
    var table =
        new TextTable(
            "NAME",
            "ACCOUNT",
            "REGION",
            "FAMILY",
            "UNITS",
            "SINCE",
            "DIFFERENCE",
            "AN HOUR",
            "ALWAYS ON",
            "STORAGE",
            "PRICES OF",
            "NO ESTIMATE");
    for (var row : rows) {
      var cost = row.cost();
      table.row(
          cost.name(),
          cost.resource().scope().account(),
          cost.resource().scope().region(),
          cost.family().orElse(""),
          cost.units()
              .map(units -> "%d %s".formatted(units.perCopy(), units.version().orElse("")).strip())
              .orElse(""),
          since(row),
          difference(row).map(Money::signed).orElse(""),
          text(cost.hourly(), Money::text),
          text(cost.alwaysOn(), Money::text),
          text(cost.storage(), Money::text),
          priceDays(cost),
          missing(cost));
    }
    table.row(
        "sum of " + sum.models(),
        "",
        "",
        "",
        Long.toString(sum.units()),
        "",
        "",
        sum.hourly().text(),
        sum.alwaysOn().text(),
        sum.storage().text(),
        sum.priceDays(),
        missing(sum));
    return table;
  }

  /** Numbers to calculate with: exact amounts, and no sum. */
  private static TextTable numbers(List<Row> rows) {
    var table =
        new TextTable(
            "ARN",
            "NAME",
            "ACCOUNT",
            "REGION",
            "FAMILY",
            "UNITS",
            "UNITS VERSION",
            "SINCE",
            "DIFFERENCE",
            "AN HOUR",
            "ALWAYS ON",
            "STORAGE",
            "PRICES OF",
            "NO ESTIMATE");
    for (var row : rows) {
      var cost = row.cost();
      table.row(
          cost.resource().head().arn().text(),
          cost.name(),
          cost.resource().scope().account(),
          cost.resource().scope().region(),
          cost.family().orElse(""),
          cost.units().map(units -> Long.toString(units.perCopy())).orElse(""),
          cost.units().flatMap(UnitCount::version).orElse(""),
          since(row),
          difference(row).map(Money::exact).orElse(""),
          text(cost.hourly(), Money::exact),
          text(cost.alwaysOn(), Money::exact),
          text(cost.storage(), Money::exact),
          priceDays(cost),
          missing(cost));
    }
    return table;
  }

  private static String since(Row row) {
    var steps = row.history().steps();
    return steps.isEmpty() ? "" : since(steps.getLast(), row.history());
  }

  private static Optional<Money> difference(Row row) {
    var steps = row.history().steps();
    return steps.isEmpty() ? Optional.empty() : steps.getLast().difference();
  }

  private static String priceDays(ModelCost cost) {
    return cost.prices()
        .map(Price::read)
        .distinct()
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }

  private static String missing(ModelCost cost) {
    return cost.missing().collect(Collectors.joining("; "));
  }

  private static String since(UnitStep step, UnitHistory history) {
    var day = ChangeDays.day(step.since()).toString();
    return history.mayBeOlder(step) ? "before " + day : day;
  }

  private static String text(Estimate estimate, Function<Money, String> format) {
    return estimate.findMoney().map(format).orElse("");
  }

  private static String missing(CostSum sum) {
    return sum.missing().stream()
        .map(missing -> missing.models() + " " + missing.words())
        .collect(Collectors.joining("; "));
  }

  private static String basis(CostSum sum) {
    return """
    %s
    AN HOUR and ALWAYS ON are for one active copy; a model that is not called has none. STORAGE and
    DIFFERENCE are a month.\
    """
        .formatted(sum.basis());
  }
}
