package dev.bedrockinventory.cost;

import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.query.Resource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Estimates what imported models cost, from the list prices of one day. */
public final class CostEstimator {
  private static final int MINUTES_AN_HOUR = 60;

  private final Prices prices;
  private final LocalDate day;

  /**
   * Creates an estimator.
   *
   * @param prices the prices of any day
   * @param day the day, in UTC, whose prices are used
   */
  public CostEstimator(Prices prices, LocalDate day) {
    this.prices = prices;
    this.day = day;
  }

  /** The cost of an imported model, by its document. */
  public ModelCost of(Resource model) {
    var document = model.head().document();
    var architecture =
        Optional.ofNullable(document.tree().path("modelArchitecture").textValue())
            .filter(text -> !text.isEmpty());
    var family = architecture.flatMap(FamilyTable::find);
    var units = UnitCount.of(document);
    var region = model.scope().region();
    return new ModelCost(
        model,
        architecture,
        family,
        units,
        hourly(region, architecture, units),
        estimate(Charge.STORAGE, region, architecture, units));
  }

  /**
   * The steps of a model's units, oldest first. All use the prices of the same day, so that a
   * difference is that of the units and not of the prices.
   *
   * @param model the model
   * @param revisions its revisions, oldest first
   */
  public List<UnitStep> steps(ModelCost model, Stream<Revision> revisions) {
    var steps = new ArrayList<UnitStep>();
    revisions.forEachOrdered(revision -> {
      var isDeleted = revision.change() == ChangeKind.DELETED;
      var units = isDeleted ? Optional.<UnitCount>empty() : UnitCount.of(revision.document());
      var isSame =
          !steps.isEmpty()
              && steps.getLast().isDeleted() == isDeleted
              && steps.getLast().units().equals(units);
      if (!isSame) {
        var before =
            steps.isEmpty() ? Optional.<Money>empty() : monthly(model, steps.getLast().units());
        var difference =
            monthly(model, units).flatMap(after -> before.map(cost -> after.minus(cost)));
        steps.add(new UnitStep(revision.observedAt(), isDeleted, units, difference));
      }
    });
    return steps;
  }

  private Optional<Money> monthly(ModelCost model, Optional<UnitCount> units) {
    return hourly(model.resource().scope().region(), model.architecture(), units)
        .findMoney()
        .map(money -> money.times(ModelCost.HOURS_A_MONTH));
  }

  private Estimate hourly(String region, Optional<String> architecture, Optional<UnitCount> units) {
    return estimate(Charge.ACTIVE_COPY, region, architecture, units)
        .map(money -> money.times(MINUTES_AN_HOUR));
  }

  private Estimate estimate(
      Charge charge, String region, Optional<String> architecture, Optional<UnitCount> units) {
    if (architecture.isEmpty()) {
      return new Estimate.Unpriced("the architecture is unknown");
    }
    var family = FamilyTable.find(architecture.get());
    if (family.isEmpty()) {
      return new Estimate.Unpriced(
          "the model family of architecture '%s' is unknown".formatted(architecture.get()));
    }
    if (units.isEmpty()) {
      return new Estimate.Unpriced("the custom model units are unknown");
    }
    var version = units.get().version();
    if (version.isEmpty()) {
      return new Estimate.Unpriced("the version of the custom model units is unknown");
    }
    var subject = new PriceSubject(region, family.get(), version.get(), charge);
    return switch (prices.quote(subject, day)) {
      case Prices.Quote.Found(var price) ->
          new Estimate.Priced(price.money().times(units.get().perCopy()), price);
      case Prices.Quote.Missing(var reason) -> new Estimate.Unpriced(reason);
    };
  }
}
