package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.cost.Estimate;
import dev.bedrockinventory.cost.ModelCost;
import dev.bedrockinventory.cost.Money;
import dev.bedrockinventory.cost.Price;
import dev.bedrockinventory.cost.UnitCount;
import dev.bedrockinventory.cost.UnitHistory;
import dev.bedrockinventory.cost.UnitStep;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeDays;
import dev.bedrockinventory.query.Excerpt;
import java.time.Instant;
import java.util.List;

/**
 * An imported model as the Cost view shows it.
 *
 * @param name its name
 * @param shown shows it
 * @param facts its account, region, units and family
 * @param figures its costs
 * @param prices the prices that they are estimated from, with their days
 * @param missing why a cost is not known
 * @param chart its units over time
 * @param steps the last changes of the units in words, newest first
 * @param earlier how many of them are left out, in words; empty if there are none
 */
public record CostRow(
    String name,
    Action shown,
    String facts,
    List<Figure> figures,
    List<String> prices,
    List<String> missing,
    UnitChart chart,
    List<Step> steps,
    String earlier) {
  private static final int STEPS = 6;

  /** Copies the lists. */
  public CostRow {
    figures = List.copyOf(figures);
    prices = List.copyOf(prices);
    missing = List.copyOf(missing);
    steps = List.copyOf(steps);
  }

  /**
   * A number with its words.
   *
   * @param number the number
   * @param words what it is
   */
  public record Figure(String number, String words) {}

  /**
   * A change of the units.
   *
   * @param start whether the units held since the day or before it: {@code since} or {@code before}
   * @param day the day of the change
   * @param text the units since then, and the difference of the cost
   */
  public record Step(String start, String day, String text) {}

  /** The row of a model whose units have this history up to an instant. */
  static CostRow of(ModelCost model, UnitHistory history, DashboardRequest request, Instant at) {
    var steps = history.steps();
    var changes = steps.reversed().stream().limit(STEPS).map(step -> step(step, history)).toList();
    return new CostRow(
        Excerpt.of(model.name()),
        request.action(
            "Resource",
            Parameters.of(View.RESOURCE).with(ViewParameter.RESOURCE, arn(model).text())),
        facts(model),
        figures(model),
        model.prices().map(CostRow::price).toList(),
        model.missing().map(Excerpt::of).toList(),
        UnitChart.of(steps, at),
        changes,
        earlier(steps.size() - changes.size(), history.hasEarlier()));
  }

  private static Arn arn(ModelCost model) {
    return model.resource().head().arn();
  }

  private static String facts(ModelCost model) {
    var scope = model.resource().scope();
    return "%s · %s · %s · %s"
        .formatted(
            scope.account(),
            scope.region(),
            Excerpt.of(model.architecture().orElse("unknown architecture")),
            model.units().map(CostRow::units).orElse("unknown units"));
  }

  private static String units(UnitCount units) {
    return CountText.of(units.perCopy(), "unit", "units")
        + units.version().map(version -> " " + Excerpt.of(version)).orElse("");
  }

  private static List<Figure> figures(ModelCost model) {
    return List.of(
        figure(model.hourly(), "an hour for one active copy"),
        figure(model.alwaysOn(), "a month if it is always on"),
        figure(model.storage(), "storage a month"));
  }

  private static Figure figure(Estimate estimate, String words) {
    return new Figure(estimate.findMoney().map(Money::text).orElse("no price"), words);
  }

  private static String price(Price price) {
    return "$%s a %s, price of %s: %s, %s, units %s"
        .formatted(
            price.money().exact(),
            price.charge().unit(),
            price.read(),
            price.region(),
            Excerpt.of(price.family()),
            price.unitsVersion());
  }

  private static Step step(UnitStep step, UnitHistory history) {
    var difference =
        step.difference().map(money -> ": " + money.signed() + " a month if always on").orElse("");
    var units =
        step.isDeleted() ? "deleted" : step.units().map(CostRow::units).orElse("unknown units");
    return new Step(
        history.mayBeOlder(step) ? "before" : "since",
        TimeText.dayAndYear(ChangeDays.day(step.since())),
        units + difference);
  }

  private static String earlier(int left, boolean hasEarlier) {
    if (hasEarlier) {
      return "Earlier changes are not shown.";
    }
    return left == 0
        ? ""
        : "And %s.".formatted(CountText.of(left, "earlier change", "earlier changes"));
  }
}
