package dev.bedrockinventory.ledger.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.TableLayout;
import dev.bedrockinventory.model.CanonicalJson;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item's attributes as plain JSON, without the key: strings, numbers, true or false, and lists
 * of them. What a person wrote into the file may have other values; they are read as well as they
 * can be, so that verification names them.
 */
final class ItemJson {
  private ItemJson() {}

  static String write(Map<String, AttributeValue> item) {
    var tree = JsonNodeFactory.instance.objectNode();
    item.forEach((name, value) -> tree.set(name, node(value)));
    tree.remove(List.of(TableLayout.PARTITION_KEY, TableLayout.SORT_KEY));
    return CanonicalJson.write(tree);
  }

  private static JsonNode node(AttributeValue value) {
    var nodes = JsonNodeFactory.instance;
    return switch (value.type()) {
      case S -> nodes.textNode(value.s());
      case N -> nodes.numberNode(new BigDecimal(value.n()));
      case BOOL -> nodes.booleanNode(value.bool());
      case NUL -> nodes.nullNode();
      case L -> {
        var array = nodes.arrayNode();
        value.l().forEach(element -> array.add(node(element)));
        yield array;
      }
      case M -> {
        var object = nodes.objectNode();
        value.m().forEach((name, element) -> object.set(name, node(element)));
        yield object;
      }
      case B, SS, NS, BS, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("the ledger does not write " + value.type());
    };
  }

  /** The item; only the key if the text is not a JSON object. */
  static Map<String, AttributeValue> read(ItemKey key, String json) {
    var item = new HashMap<String, AttributeValue>();
    CanonicalJson.find(json)
        .ifPresent(tree ->
            tree.properties()
                .forEach(member -> item.put(member.getKey(), value(member.getValue()))));
    item.putAll(key.attributes());
    return item;
  }

  private static AttributeValue value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> AttributeValue.fromS(node.textValue());
      case NUMBER -> AttributeValue.fromN(number(node));
      case BOOLEAN -> AttributeValue.fromBool(node.booleanValue());
      case ARRAY -> AttributeValue.fromL(node.valueStream().map(ItemJson::value).toList());
      case OBJECT -> {
        var members = new HashMap<String, AttributeValue>();
        node.properties().forEach(member -> members.put(member.getKey(), value(member.getValue())));
        yield AttributeValue.fromM(members);
      }
      case NULL, MISSING, BINARY, POJO -> AttributeValue.fromNul(true);
    };
  }

  /** As DynamoDB writes numbers: without an exponent and without zeros at the end. */
  private static String number(JsonNode node) {
    return node instanceof DecimalNode || node.isFloatingPointNumber()
        ? node.decimalValue().stripTrailingZeros().toPlainString()
        : node.asText();
  }
}
