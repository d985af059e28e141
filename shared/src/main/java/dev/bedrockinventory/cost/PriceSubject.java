package dev.bedrockinventory.cost;

import java.util.Comparator;

/**
 * What a price is for, at any time.
 *
 * @param region the region
 * @param family the model family, as in AWS's price list
 * @param unitsVersion the version of the custom model unit, such as {@code v1.0}
 * @param charge what is charged
 */
record PriceSubject(String region, String family, String unitsVersion, Charge charge)
    implements Comparable<PriceSubject> {
  private static final Comparator<PriceSubject> ORDER =
      Comparator.comparing(PriceSubject::region)
          .thenComparing(PriceSubject::family)
          .thenComparing(PriceSubject::unitsVersion)
          .thenComparing(PriceSubject::charge);

  @Override
  public int compareTo(PriceSubject other) {
    return ORDER.compare(this, other);
  }

  /** The subject in words: {@code storage price for us-east-1, Llama, units v1.0}. */
  String text() {
    return "%s price for %s, %s, units %s".formatted(charge.key(), region, family, unitsVersion);
  }
}
