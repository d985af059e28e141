package dev.bedrockinventory.cost;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A term of a product in AWS's price list. It holds until the next term of its product.
 *
 * @param product the product
 * @param since the day from which it holds
 * @param money the price
 */
record ListedTerm(ListedProduct product, LocalDate since, Money money) {
  /** Those that hold on a day: of each product the newest, or all that start on the same day. */
  static List<ListedTerm> holdingOn(LocalDate day, Collection<ListedTerm> terms) {
    var started =
        terms.stream()
            .filter(term -> !term.since.isAfter(day))
            .collect(Collectors.groupingBy(ListedTerm::product));
    return terms.stream()
        .filter(term ->
            newest(started.getOrDefault(term.product, List.of()))
                .filter(term.since::equals)
                .isPresent())
        .toList();
  }

  /** The price that the list states for these days. */
  Price price(LocalDate first, LocalDate last) {
    var subject = product.subject();
    return new Price(
        subject.charge(),
        subject.region(),
        subject.family(),
        subject.unitsVersion(),
        money,
        first,
        last,
        "AWS Price List, " + product.usage());
  }

  private static Optional<LocalDate> newest(Collection<ListedTerm> terms) {
    return terms.stream().map(ListedTerm::since).max(LocalDate::compareTo);
  }
}
