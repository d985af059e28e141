package dev.bedrockinventory.cost;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * A list price for one custom model unit.
 *
 * @param charge what it is charged for
 * @param region the region
 * @param family the model family, as in AWS's price list
 * @param unitsVersion the version of the custom model unit, such as {@code v1.0}
 * @param money the price of one unit for one minute or month, see {@link Charge#unit}
 * @param since the first day on which it is known to hold
 * @param read the last day for which its source stated it, not before {@code since}
 * @param source where it was read
 */
public record Price(
    Charge charge,
    String region,
    String family,
    String unitsVersion,
    Money money,
    LocalDate since,
    LocalDate read,
    String source) {
  static final Comparator<Price> ORDER =
      Comparator.comparing(Price::subject).thenComparing(Price::since);

  /** What it is for. */
  PriceSubject subject() {
    return new PriceSubject(region, family, unitsVersion, charge);
  }

  /** Whether both are for the same charge, region, family and unit version. */
  boolean hasSameSubject(Price other) {
    return subject().equals(other.subject());
  }

  /** The same, known to hold on other days. */
  Price with(LocalDate first, LocalDate last, String where) {
    return new Price(charge, region, family, unitsVersion, money, first, last, where);
  }
}
