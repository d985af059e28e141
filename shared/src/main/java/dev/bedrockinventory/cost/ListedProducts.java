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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes prices of the products and terms of Custom Model Import. */
final class ListedProducts {
  /** A region prefix, the family, the charge, and the unit version with a colon for its dot. */
  private static final Pattern USAGE =
      Pattern.compile(
          "(?:[A-Z0-9]+-)?(?<family>.{1,100})-CustomModelImport-(?<charge>[A-Za-z]+)"
              + "-v(?<major>[0-9]+):(?<minor>[0-9]+)");

  private static final Pattern REGION = Pattern.compile("[a-z0-9-]{4,30}");

  private final LocalDate published;
  private final List<Price> prices = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  /** Products of a list that was published at this instant. */
  ListedProducts(String published) {
    this.published = day("publicationDate", published);
  }

  PriceList prices(Map<String, JsonNode> products, Map<String, JsonNode> terms) {
    if (products.isEmpty()) {
      throw new InvalidPricesException(
          "has no product of Custom Model Import; expected the price list of AmazonBedrock");
    }
    products.forEach((sku, product) -> {
      var usage = product.at("/attributes/usagetype").asText();
      var matched = USAGE.matcher(usage);
      var charge =
          matched.matches() ? Charge.ofUsage(matched.group("charge")) : Optional.<Charge>empty();
      var region = product.at("/attributes/regionCode").asText();
      if (charge.isEmpty()) {
        leftOut.add("usage type '%s' is not known".formatted(usage));
      } else if (!REGION.matcher(region).matches()) {
        leftOut.add("%s has no regionCode".formatted(usage));
      } else {
        var key =
            new Product(
                sku,
                usage,
                region,
                matched.group("family"),
                charge.get(),
                "v" + matched.group("major") + "." + matched.group("minor"));
        add(key, Optional.ofNullable(terms.get(sku)));
      }
    });
    if (prices.isEmpty()) {
      throw new InvalidPricesException(
          "has no usable price of Custom Model Import: " + String.join("; ", leftOut));
    }
    return new PriceList(prices, leftOut);
  }

  private record Product(
      String sku, String usage, String region, String family, Charge charge, String version) {}

  private void add(Product product, Optional<JsonNode> terms) {
    var offers = terms.stream().flatMap(JsonNode::valueStream).toList();
    if (offers.isEmpty()) {
      leftOut.add(product.usage() + " has no on-demand price");
    }
    for (var offer : offers) {
      var dimensions = offer.path("priceDimensions").valueStream().toList();
      var unit = dimensions.isEmpty() ? "" : dimensions.getFirst().path("unit").asText();
      if (dimensions.size() != 1) {
        leftOut.add("%s has %d prices in one term".formatted(product.usage(), dimensions.size()));
      } else if (!product.charge().isPer(unit)) {
        leftOut.add("%s has a price per '%s'".formatted(product.usage(), unit));
      } else {
        add(product, offer, dimensions.getFirst().at("/pricePerUnit/USD"));
      }
    }
  }

  private void add(Product product, JsonNode offer, JsonNode dollars) {
    if (dollars.isMissingNode()) {
      leftOut.add(product.usage() + " has no price in US dollars");
      return;
    }
    var money =
        Money.find(dollars.asText())
            .orElseThrow(() ->
                new InvalidPricesException(
                    "has the price '%s' of %s (SKU %s), which is not a decimal number"
                        .formatted(dollars.asText(), product.usage(), product.sku())));
    if (money.equals(Money.ZERO)) {
      leftOut.add(product.usage() + " has a price of 0");
      return;
    }
    var since = day("effectiveDate", offer.path("effectiveDate").asText());
    add(
        new Price(
            product.charge(),
            product.region(),
            product.family(),
            product.version(),
            money,
            since,
            Stream.of(since, published).max(LocalDate::compareTo).orElse(since),
            "AWS Price List, " + product.usage()));
  }

  /** Two different prices for the same are both left out. */
  private void add(Price price) {
    var others =
        prices.stream()
            .filter(other -> other.hasSameSubject(price) && other.since().equals(price.since()))
            .toList();
    if (others.isEmpty()) {
      prices.add(price);
    } else if (!others.getFirst().money().equals(price.money())) {
      prices.removeAll(others);
      leftOut.add(
          "%s and %s have different prices".formatted(others.getFirst().source(), price.source()));
    }
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
