package dev.bedrockinventory.cost;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the price list of the products and terms of Custom Model Import. A product is left out as a
 * whole if one of its terms is not understood, since that one may hold now.
 */
final class PriceListBuilder {
  private final LocalDate published;
  private final Map<PriceSubject, List<ListedTerm>> terms = new TreeMap<>();
  private final List<String> leftOut = new ArrayList<>();

  /** The builder for a list that was published at this instant. */
  PriceListBuilder(String published) {
    this.published = day("publicationDate", published);
  }

  /**
   * The price list.
   *
   * @param products the products by SKU
   * @param offers the on-demand offers by SKU
   */
  PriceList build(Map<String, JsonNode> products, Map<String, JsonNode> offers) {
    if (products.isEmpty()) {
      throw new InvalidPricesException(
          "has no product of Custom Model Import; expected the price list of AmazonBedrock");
    }
    products.forEach((sku, json) ->
        ListedProduct.find(sku, json, leftOut::add)
            .ifPresent(product -> add(product, Optional.ofNullable(offers.get(sku)))));
    var prices = terms.values().stream().flatMap(listed -> prices(listed).stream()).toList();
    if (prices.isEmpty()) {
      throw new InvalidPricesException(
          "has no usable price of Custom Model Import: " + String.join("; ", leftOut));
    }
    return new PriceList(prices, leftOut);
  }

  private void add(ListedProduct product, Optional<JsonNode> offers) {
    var listed = offers.stream().flatMap(JsonNode::valueStream).toList();
    if (listed.isEmpty()) {
      leftOut.add(product.usage() + " has no on-demand price");
    }
    var understood = listed.stream().flatMap(offer -> term(product, offer).stream()).toList();
    if (understood.size() == listed.size()) {
      terms.computeIfAbsent(product.subject(), _ -> new ArrayList<>()).addAll(understood);
    }
  }

  private Optional<ListedTerm> term(ListedProduct product, JsonNode offer) {
    var dimensions = offer.path("priceDimensions").valueStream().toList();
    if (dimensions.size() != 1) {
      leftOut.add("%s has %d prices in one term".formatted(product.usage(), dimensions.size()));
      return Optional.empty();
    }
    var unit = dimensions.getFirst().path("unit").asText();
    if (!product.subject().charge().isPer(unit)) {
      leftOut.add("%s has a price per '%s'".formatted(product.usage(), unit));
      return Optional.empty();
    }
    return money(product, dimensions.getFirst().at("/pricePerUnit/USD"))
        .map(money -> new ListedTerm(product, start(offer), money));
  }

  private Optional<Money> money(ListedProduct product, JsonNode dollars) {
    if (dollars.isMissingNode()) {
      leftOut.add(product.usage() + " has no price in US dollars");
      return Optional.empty();
    }
    var money =
        Money.find(dollars.asText())
            .orElseThrow(() ->
                new InvalidPricesException(
                    "has the price '%s' of %s (SKU %s), which is not a decimal number"
                        .formatted(dollars.asText(), product.usage(), product.sku())));
    if (money.equals(Money.ZERO)) {
      leftOut.add(product.usage() + " has a price of 0");
      return Optional.empty();
    }
    return Optional.of(money);
  }

  /** The prices of a subject, oldest first; none if two terms contradict each other. */
  private List<Price> prices(List<ListedTerm> listed) {
    var days = listed.stream().map(ListedTerm::since).distinct().sorted().toList();
    var prices = new ArrayList<Price>();
    for (var index = 0; index < days.size(); index++) {
      var day = days.get(index);
      var holding = ListedTerm.holdingOn(day, listed);
      if (holding.stream().map(ListedTerm::money).distinct().count() > 1) {
        leftOut.add(conflict(holding, day));
        return List.of();
      }
      var last = Stream.of(day, published).max(LocalDate::compareTo).orElse(day);
      var read =
          index + 1 == days.size()
              ? last
              : Stream.of(last, days.get(index + 1).minusDays(1))
                  .min(LocalDate::compareTo)
                  .orElse(last);
      prices.add(holding.getFirst().price(day, read));
    }
    return prices;
  }

  private static String conflict(List<ListedTerm> holding, LocalDate day) {
    return holding.stream()
        .map(term -> "%s (SKU %s)".formatted(term.product().usage(), term.product().sku()))
        .distinct()
        .collect(Collectors.joining(" and "))
        .concat(" have different prices for the same on " + day);
  }

  private static LocalDate start(JsonNode offer) {
    return day("effectiveDate", offer.path("effectiveDate").asText());
  }

  private static LocalDate day(String member, String text) {
    try {
      return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
    } catch (DateTimeException e) {
      throw new InvalidPricesException(
          "has %s '%s'; expected an instant such as 2026-08-01T00:00:00Z".formatted(member, text));
    }
  }
}
