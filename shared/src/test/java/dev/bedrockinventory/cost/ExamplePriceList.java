package dev.bedrockinventory.cost;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A price list in AWS's format: products by SKU, then terms. */
public final class ExamplePriceList {
  private final ObjectNode products = JsonNodeFactory.instance.objectNode();
  private final ObjectNode onDemand = JsonNodeFactory.instance.objectNode();

  /** A list with one product of another feature. */
  public ExamplePriceList() {
    add("Model inference", "USE1-NovaLite-input-tokens", "us-east-1", "1K tokens", "0.00006");
  }

  /** Adds a product of Custom Model Import. */
  public ExamplePriceList add(String usage, String region, String unit, String dollars) {
    return add("Custom Model Import", usage, region, unit, dollars);
  }

  /** Adds a product of Custom Model Import without a term. */
  public ExamplePriceList product(String usage, String region) {
    return product("Custom Model Import", usage, region);
  }

  /** Adds a term to the last product. */
  public ExamplePriceList term(String day, String unit, String dollars) {
    var sku = sku(products.size() - 1);
    var terms = onDemand.withObjectProperty(sku);
    var code = "%s.TERM%d".formatted(sku, terms.size());
    var term = terms.putObject(code);
    term.put("sku", sku).put("effectiveDate", day + "T00:00:00Z");
    var dimension = term.putObject("priceDimensions").putObject(code + ".6YS6EN2CT7");
    dimension.put("unit", unit).put("beginRange", "0").put("endRange", "Inf");
    dimension.putObject("pricePerUnit").put("USD", dollars);
    return this;
  }

  private ExamplePriceList add(
      String feature, String usage, String region, String unit, String dollars) {
    return product(feature, usage, region).term("2026-08-01", unit, dollars);
  }

  private ExamplePriceList product(String feature, String usage, String region) {
    var sku = sku(products.size());
    products
        .putObject(sku)
        .put("sku", sku)
        .put("productFamily", "Amazon Bedrock")
        .putObject("attributes")
        .put("servicecode", "AmazonBedrock")
        .put("regionCode", region)
        .put("usagetype", usage)
        .put("feature", feature);
    return this;
  }

  private static String sku(int number) {
    return "SKU%03d".formatted(number);
  }

  /** The JSON of the list, published on 2026-11-20. */
  public String json() {
    var tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("formatVersion", "v1.0")
            .put("offerCode", "AmazonBedrock")
            .put("publicationDate", "2026-11-20T17:03:11Z");
    tree.set("products", products);
    tree.putObject("terms").putObject("Reserved").putObject("SKU000");
    ((ObjectNode) tree.path("terms")).set("OnDemand", onDemand);
    return tree.toString();
  }
}
