package dev.bedrockinventory.cost;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A product of Custom Model Import in AWS's price list.
 *
 * @param sku its SKU
 * @param usage its usage type
 * @param subject what it is a price for
 */
record ListedProduct(String sku, String usage, PriceSubject subject) {
  /** A region prefix, the family, the charge, and the unit version with a colon for its dot. */
  private static final Pattern USAGE =
      Pattern.compile(
          "(?:[A-Z0-9]+-)?(?<family>.{1,100})-CustomModelImport-(?<charge>[A-Za-z]+)"
              + "-v(?<major>[0-9]+):(?<minor>[0-9]+)");

  private static final Pattern REGION = Pattern.compile("[a-z0-9-]{4,30}");

  /** The product; absent, with the reason, if it is not understood. */
  static Optional<ListedProduct> find(String sku, JsonNode json, Consumer<String> leftOut) {
    var usage = json.at("/attributes/usagetype").asText();
    var matched = USAGE.matcher(usage);
    var charge =
        matched.matches() ? Charge.ofUsage(matched.group("charge")) : Optional.<Charge>empty();
    if (charge.isEmpty()) {
      leftOut.accept("usage type '%s' is not known".formatted(usage));
      return Optional.empty();
    }
    var region = json.at("/attributes/regionCode").asText();
    if (!REGION.matcher(region).matches()) {
      leftOut.accept(usage + " has no regionCode");
      return Optional.empty();
    }
    var version = "v%s.%s".formatted(matched.group("major"), matched.group("minor"));
    var subject = new PriceSubject(region, matched.group("family"), version, charge.get());
    return Optional.of(new ListedProduct(sku, usage, subject));
  }
}
