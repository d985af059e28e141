package dev.bedrockinventory.cost;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads AWS's price list of Amazon Bedrock product by product, so that its size does not matter. It
 * has {@code publicationDate}, {@code products} by SKU with their {@code attributes}, then {@code
 * terms.OnDemand} by SKU (<a
 * href="https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/bulk-api-reading-price-list-files.html">AWS
 * documentation</a>). Of a product of {@code feature} "Custom Model Import" the usage type names
 * family, charge and unit version: {@code USE1-Llama-CustomModelImport-Inference-v1:0}.
 */
public final class PriceListReader {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String FEATURE = "Custom Model Import";

  private final JsonParser parser;
  private final Map<String, JsonNode> products = new LinkedHashMap<>();
  private final Map<String, JsonNode> terms = new LinkedHashMap<>();
  private String published = "";
  private boolean hasProducts;

  private PriceListReader(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * The prices of a price list, which is read to its end and not closed.
   *
   * @param where its path or address, for messages
   * @throws InvalidPricesException if it is not a complete price list, if it has no product of
   *     Custom Model Import, or if a price in it is not a number
   * @throws IOException if it cannot be read
   */
  public static PriceList read(InputStream list, String where) throws IOException {
    try (var parser = MAPPER.createParser(list).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)) {
      var reader = new PriceListReader(parser);
      reader.readAll();
      return new PriceListBuilder(reader.published).build(reader.products, reader.terms);
    } catch (JsonProcessingException e) {
      throw new InvalidPricesException(
          "price list %s is not complete JSON: %s".formatted(where, e.getOriginalMessage()), e);
    } catch (InvalidPricesException e) {
      throw new InvalidPricesException("price list %s %s".formatted(where, e.getMessage()), e);
    }
  }

  private void readAll() throws IOException {
    expectObject(parser.nextToken());
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var member = parser.currentName();
      var value = parser.nextToken();
      switch (member) {
        case "publicationDate" -> published = parser.getValueAsString("");
        case "products" -> readProducts(value);
        case "terms" -> readTerms(value);
        default -> parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw new InvalidPricesException("has more than one JSON value");
    }
  }

  private void readProducts(JsonToken value) throws IOException {
    expectObject(value);
    hasProducts = true;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var sku = parser.currentName();
      parser.nextToken();
      JsonNode product = parser.readValueAsTree();
      if (product.at("/attributes/feature").asText().equals(FEATURE)) {
        products.put(sku, product);
      }
    }
  }

  private void readTerms(JsonToken value) throws IOException {
    expectObject(value);
    if (!hasProducts) {
      throw new InvalidPricesException("has its terms before its products; expected AWS's order");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var type = parser.currentName();
      var offers = parser.nextToken();
      if (type.equals("OnDemand")) {
        readOffers(offers);
      } else {
        parser.skipChildren();
      }
    }
  }

  private void readOffers(JsonToken value) throws IOException {
    expectObject(value);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var sku = parser.currentName();
      parser.nextToken();
      if (products.containsKey(sku)) {
        terms.put(sku, parser.readValueAsTree());
      } else {
        parser.skipChildren();
      }
    }
  }

  private static void expectObject(JsonToken token) {
    if (token != JsonToken.START_OBJECT) {
      throw new InvalidPricesException(
          "is not in the format of AWS's price list; expected an object with products and terms");
    }
  }
}
