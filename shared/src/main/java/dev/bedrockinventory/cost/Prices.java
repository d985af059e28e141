package dev.bedrockinventory.cost;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

  /** The prices that this version contains. */
  public static Prices bundled() {
    return Bundled.PRICES;
  }

  /**
   * The price of a day, or why there is none. A price without a family is the price of every family
   * only for storage: that of an active copy differs between families.
   */
  Quote quote(
      Charge charge, String region, Optional<String> family, String version, LocalDate day) {
    var own = family.map(name -> matching(charge, region, Optional.of(name), version));
    var general = matching(charge, region, Optional.empty(), version);
    var candidates =
        own.filter(prices -> !prices.isEmpty() || charge == Charge.ACTIVE_COPY)
            .orElseGet(() -> charge == Charge.STORAGE ? general : List.of());
    return on(candidates, day)
        .<Quote>map(Quote.Found::new)
        .orElseGet(
            () -> new Quote.Missing(reason(charge, candidates, region, family, version, day)));
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

  private List<Price> matching(
      Charge charge, String region, Optional<String> family, String version) {
    return all.stream()
        .filter(price -> price.charge() == charge)
        .filter(price -> price.region().equals(region))
        .filter(price -> price.family().equals(family))
        .filter(price -> price.unitsVersion().equals(version))
        .toList();
  }

  private static Optional<Price> on(List<Price> prices, LocalDate day) {
    return prices.stream()
        .filter(price -> !price.since().isAfter(day))
        .max(Comparator.comparing(Price::since));
  }

  private static String reason(
      Charge charge,
      List<Price> prices,
      String region,
      Optional<String> family,
      String version,
      LocalDate day) {
    var what =
        "no %s price for %s, %s, units %s"
            .formatted(charge.key(), region, family.orElse("any family"), version);
    return prices.isEmpty()
        ? what
        : "%s on %s; the oldest is of %s".formatted(what, day, prices.getFirst().since());
  }

  /** Read once, when it is first needed. */
  private static final class Bundled {
    private static final Prices PRICES = PriceFile.bundled();
  }
}
