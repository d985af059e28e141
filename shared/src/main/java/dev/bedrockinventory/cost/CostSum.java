package dev.bedrockinventory.cost;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What several imported models cost together. What has no price is counted, and is in no sum.
 *
 * @param models how many models there are
 * @param units the custom model units of one copy of each, as far as they are known
 * @param hourly the cost of one active copy of each model that has a price, an hour
 * @param storage the cost of the storage of each model that has a price, a month
 * @param hourlyMissing how many models have no price for an active copy
 * @param storageMissing how many models have no price for their storage
 * @param oldest the oldest day of the prices that were used
 * @param newest the newest of them
 */
public record CostSum(
    int models,
    long units,
    Money hourly,
    Money storage,
    int hourlyMissing,
    int storageMissing,
    Optional<LocalDate> oldest,
    Optional<LocalDate> newest) {
  /** The sum of these. */
  public static CostSum of(Collection<ModelCost> costs) {
    return new CostSum(
        costs.size(),
        costs.stream().flatMap(cost -> cost.units().stream()).mapToLong(UnitCount::perCopy).sum(),
        sum(costs, ModelCost::hourly),
        sum(costs, ModelCost::storage),
        missing(costs, ModelCost::hourly),
        missing(costs, ModelCost::storage),
        costs.stream().flatMap(ModelCost::prices).map(Price::read).min(Comparator.naturalOrder()),
        costs.stream().flatMap(ModelCost::prices).map(Price::read).max(Comparator.naturalOrder()));
  }

  /** The cost of one copy of each that is active all month. */
  public Money alwaysOn() {
    return hourly.times(ModelCost.HOURS_A_MONTH);
  }

  /** The days of the prices in words; empty if none was used. */
  public String priceDays() {
    return oldest
        .map(first ->
            oldest.equals(newest) ? first.toString() : first + " to " + newest.orElse(first))
        .orElse("");
  }

  /** What the sums are estimated from, in words. */
  public String basis() {
    var days = priceDays().isEmpty() ? "" : " of " + priceDays();
    return "Estimates in US dollars from list prices%s. A month has %d hours."
        .formatted(days, ModelCost.HOURS_A_MONTH);
  }

  /**
   * The models that are not in a sum.
   *
   * @param models how many, at least 1
   * @param words what they are: {@code models without a price of storage}
   */
  public record Missing(int models, String words) {}

  /** What is in no sum: first by active copies, then by storage. */
  public List<Missing> missing() {
    return Stream.of(missing(hourlyMissing, "an active copy"), missing(storageMissing, "storage"))
        .filter(missing -> missing.models() > 0)
        .toList();
  }

  private static Missing missing(int models, String what) {
    var words = "%s without a price of %s".formatted(models == 1 ? "model" : "models", what);
    return new Missing(models, words);
  }

  private static Money sum(Collection<ModelCost> costs, Function<ModelCost, Estimate> part) {
    return costs.stream()
        .flatMap(cost -> part.apply(cost).findMoney().stream())
        .reduce(Money.ZERO, Money::plus);
  }

  private static int missing(Collection<ModelCost> costs, Function<ModelCost, Estimate> part) {
    return (int) costs.stream().filter(cost -> part.apply(cost).findMoney().isEmpty()).count();
  }
}
