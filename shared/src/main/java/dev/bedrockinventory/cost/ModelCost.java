package dev.bedrockinventory.cost;

import dev.bedrockinventory.query.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an imported model costs.
 *
 * @param resource the model
 * @param architecture its architecture, if the API returned one
 * @param family its family in AWS's price list, if it is certain
 * @param units its custom model units, if they are known
 * @param hourly the cost of one active copy an hour
 * @param storage the cost of its storage a month
 */
public record ModelCost(
    Resource resource,
    Optional<String> architecture,
    Optional<String> family,
    Optional<UnitCount> units,
    Estimate hourly,
    Estimate storage) {
  /** The hours of a month, as AWS's calculator counts them. */
  public static final int HOURS_A_MONTH = 730;

  /** The cost of one copy that is active all month of {@value #HOURS_A_MONTH} hours. */
  public Estimate alwaysOn() {
    return hourly.map(money -> money.times(HOURS_A_MONTH));
  }

  /** The name of the model, its id if it has none. */
  public String name() {
    var head = resource.head();
    return head.document().name(resource.scope().kind()).orElse(head.arn().id());
  }

  /** The prices that were used. */
  public Stream<Price> prices() {
    return Stream.of(hourly, storage).flatMap(estimate -> estimate.findPrice().stream());
  }

  /** What is missing, each once. */
  public Stream<String> missing() {
    return Stream.of(hourly, storage)
        .flatMap(estimate -> estimate.findMissing().stream())
        .distinct();
  }
}
