package dev.bedrockinventory.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Converts items from DynamoDB JSON, the format of the AWS CLI. */
final class DynamoJson {
  private DynamoJson() {}

  static Map<String, AttributeValue> item(JsonNode tree) {
    var item = new TreeMap<String, AttributeValue>();
    tree.properties().forEach(member -> item.put(member.getKey(), value(member.getValue())));
    return item;
  }

  private static AttributeValue value(JsonNode typed) {
    var member = typed.properties().iterator().next();
    var value = member.getValue();
    return switch (member.getKey()) {
      case "S" -> AttributeValue.fromS(value.textValue());
      case "N" -> AttributeValue.fromN(value.textValue());
      case "BOOL" -> AttributeValue.fromBool(value.booleanValue());
      case "L" -> AttributeValue.fromL(value.valueStream().map(DynamoJson::value).toList());
      default -> throw new IllegalArgumentException("type " + member.getKey());
    };
  }

  static ObjectNode tree(Map<String, AttributeValue> item) {
    var tree = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(item).forEach((name, value) -> tree.set(name, typed(value)));
    return tree;
  }

  private static ObjectNode typed(AttributeValue value) {
    var tree = JsonNodeFactory.instance.objectNode();
    switch (value.type()) {
      case S -> tree.put("S", value.s());
      case N -> tree.put("N", value.n());
      case BOOL -> tree.put("BOOL", value.bool());
      case L -> {
        var list = tree.putArray("L");
        value.l().forEach(element -> list.add(typed(element)));
      }
      case B, SS, NS, BS, M, NUL, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("type " + value.type());
    }
    return tree;
  }
}
