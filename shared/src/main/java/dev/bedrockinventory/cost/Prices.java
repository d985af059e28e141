package dev.bedrockinventory.cost;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * List prices with their history: no price is removed when another follows it, so that each day has
 * its own.
 *
 * @param all the prices by region, family, unit version, charge and day
 */
public record Prices(List<Price> all) {
  /** Sorts and copies the prices. */
  public Prices {
    all = all.stream().sorted(Price.ORDER).toList();
  }

  /**
   * The prices that this version contains.
   *
   * @throws InvalidPricesException if its price file is not valid
   */
  public static Prices bundled() {
    return PriceFile.bundled();
  }

  /** The price of a day, or why there is none. */
  Quote quote(PriceSubject subject, LocalDate day) {
    var candidates = all.stream().filter(price -> price.subject().equals(subject)).toList();
    return candidates.stream()
        .filter(price -> !price.since().isAfter(day))
        .max(Comparator.comparing(Price::since))
        .<Quote>map(Quote.Found::new)
        .orElseGet(() -> new Quote.Missing(reason(subject, candidates, day)));
  }

  /** The result of a search for a price. */
  sealed interface Quote {
    /** The price of the day. */
    record Found(Price price) implements Quote {}

    /** None, and why. */
    record Missing(String reason) implements Quote {}
  }

  /**
   * These prices and those of a price list, in any order. A price that did not change only has more
   * days; none is removed. Prices of both that contradict each other hold from the days on which
   * they were read.
   */
  public Prices with(Collection<Price> listed) {
    var merged = new ArrayList<>(all);
    for (var price : listed.stream().sorted(Price.ORDER).toList()) {
      var same = merged.stream().filter(price::hasSameSubject).sorted(Price.ORDER).toList();
      merged.removeAll(same);
      merged.addAll(PriceMerge.of(same, price));
    }
    return new Prices(merged);
  }

  private static String reason(PriceSubject subject, List<Price> prices, LocalDate day) {
    var none = "no " + subject.text();
    return prices.isEmpty()
        ? none
        : "%s on %s; the oldest is of %s".formatted(none, day, prices.getFirst().since());
  }
}
