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

  private ExamplePriceList add(
      String feature, String usage, String region, String unit, String dollars) {
    var sku = "SKU%03d".formatted(products.size());
    var product = products.putObject(sku).put("sku", sku).put("productFamily", "Amazon Bedrock");
    product
        .putObject("attributes")
        .put("servicecode", "AmazonBedrock")
        .put("regionCode", region)
        .put("usagetype", usage)
        .put("feature", feature);
    var term = onDemand.putObject(sku).putObject(sku + ".JRTCKXETXF");
    term.put("sku", sku).put("effectiveDate", "2026-08-01T00:00:00Z");
    var dimension = term.putObject("priceDimensions").putObject(sku + ".JRTCKXETXF.6YS6EN2CT7");
    dimension.put("unit", unit).put("beginRange", "0").put("endRange", "Inf");
    dimension.putObject("pricePerUnit").put("USD", dollars);
    return this;
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
