package dev.bedrockinventory.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.normalize.Shape.ListOf;
import dev.bedrockinventory.normalize.Shape.Members;
import dev.bedrockinventory.normalize.Shape.Scalar;
import dev.bedrockinventory.normalize.Shape.SetOf;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Encodes a value differently without changing its meaning, as a service may do. */
final class Reencoding {
  private final Random random;

  Reencoding(Random random) {
    this.random = random;
  }

  /** The same value, its sets and members in another order, its instants in another format. */
  JsonNode respell(Shape shape, JsonNode node) {
    if (node.isNull()) {
      return node;
    }
    return switch (shape) {
      case Scalar scalar -> scalar == Scalar.INSTANT ? instant(node) : node;
      case Members members -> members(members, node);
      case SetOf set -> array(shuffled(elements(set.element(), node)));
      case ListOf list -> array(elements(list.element(), node));
    };
  }

  /** The value as JSON text, with white space and escapes as they come. */
  String text(JsonNode node) {
    var parts = new ArrayList<String>();
    if (node.isObject()) {
      node.properties()
          .forEach(member ->
              parts.add(string(member.getKey()) + space() + ":" + text(member.getValue())));
      return space() + "{" + String.join(",", parts) + space() + "}" + space();
    }
    if (node.isArray()) {
      node.forEach(element -> parts.add(text(element)));
      return space() + "[" + String.join(",", parts) + space() + "]" + space();
    }
    return space() + (node.isTextual() ? string(node.textValue()) : node.toString()) + space();
  }

  private JsonNode members(Members members, JsonNode node) {
    var result = JsonNodeFactory.instance.objectNode();
    for (var member : shuffled(node.properties())) {
      var known = members.known().get(member.getKey());
      result.set(
          member.getKey(),
          known == null ? reordered(member.getValue()) : respell(known, member.getValue()));
    }
    return result;
  }

  /** Only the member order of unknown values may change. */
  private JsonNode reordered(JsonNode node) {
    if (node.isArray()) {
      var elements = new ArrayList<JsonNode>();
      node.forEach(element -> elements.add(reordered(element)));
      return array(elements);
    }
    if (!node.isObject()) {
      return node;
    }
    var result = JsonNodeFactory.instance.objectNode();
    shuffled(node.properties())
        .forEach(member -> result.set(member.getKey(), reordered(member.getValue())));
    return result;
  }

  private List<JsonNode> elements(Shape shape, JsonNode array) {
    var elements = new ArrayList<JsonNode>();
    array.forEach(element -> elements.add(respell(shape, element)));
    return elements;
  }

  private JsonNode instant(JsonNode node) {
    var instant = Instant.parse(node.textValue());
    return switch (random.nextInt(4)) {
      case 0 ->
          TextNode.valueOf(
              DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                  instant.atOffset(ZoneOffset.ofHoursMinutes(random.nextInt(13), 45))));
      case 1 ->
          TextNode.valueOf(
              DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSSxx")
                  .format(instant.atOffset(ZoneOffset.ofHours(-random.nextInt(13)))));
      case 2 ->
          DecimalNode.valueOf(
              BigDecimal.valueOf(instant.getEpochSecond())
                  .add(BigDecimal.valueOf(instant.getNano(), 9)));
      default -> node;
    };
  }

  private String string(String text) {
    var result = new StringBuilder("\"");
    for (var i = 0; i < text.length(); i++) {
      var unit = text.charAt(i);
      var escaped = unit < 0x20 || unit == '"' || unit == '\\' || random.nextInt(8) == 0;
      result.append(escaped ? "\\u%04x".formatted((int) unit) : String.valueOf(unit));
    }
    return result.append('"').toString();
  }

  private String space() {
    return List.of("", "", " ", "\n", "\t ").get(random.nextInt(5));
  }

  private <T> List<T> shuffled(Iterable<T> elements) {
    var result = new ArrayList<T>();
    elements.forEach(result::add);
    Collections.shuffle(result, random);
    return result;
  }

  private static JsonNode array(List<JsonNode> elements) {
    return JsonNodeFactory.instance.arrayNode().addAll(elements);
  }
}
