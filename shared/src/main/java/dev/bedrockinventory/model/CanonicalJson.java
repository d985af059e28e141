package dev.bedrockinventory.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.TreeMap;

/**
 * JSON in the canonical form of RFC 8785 (JSON Canonicalization Scheme), with two lossless
 * extensions: a number that a double cannot hold keeps its digits, and a lone surrogate remains an
 * escape.
 */
public final class CanonicalJson {
  private static final JsonMapper READER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .nodeFactory(new BoundedNumbers())
          .build();

  static {
    READER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxStringLength(Integer.MAX_VALUE)
                .maxNumberLength(BoundedNumbers.MOST_LETTERS)
                .build());
  }

  private CanonicalJson() {}

  /**
   * Parses JSON with exact numbers; empty if the text is not one JSON value, or a number in it has
   * thousands of digits or an exponent beyond a million.
   */
  public static Optional<JsonNode> find(String json) {
    try {
      var tree = READER.readTree(json);
      return tree == null || tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
    } catch (JsonProcessingException | ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Parses JSON with exact numbers.
   *
   * @throws IllegalArgumentException if the text is not one JSON value
   */
  public static JsonNode parse(String json) {
    return find(json)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a text of %d characters is not one JSON value".formatted(json.length())));
  }

  /** The canonical text of a tree. */
  public static String write(JsonNode node) {
    var out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  private static void write(JsonNode node, StringBuilder out) {
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(node, out);
      case ARRAY -> {
        var separator = "";
        out.append('[');
        for (var element : node) {
          out.append(separator);
          write(element, out);
          separator = ",";
        }
        out.append(']');
      }
      case STRING -> writeString(node.textValue(), out);
      case NUMBER -> out.append(CanonicalNumber.write(node));
      case BOOLEAN, NULL -> out.append(node.asText());
      case BINARY, MISSING, POJO ->
          throw new IllegalArgumentException("no JSON value: " + node.getNodeType());
    }
  }

  /** Members are ordered by the UTF-16 code units of their names, as String's own order is. */
  private static void writeObject(JsonNode node, StringBuilder out) {
    var members = new TreeMap<String, JsonNode>();
    node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    var separator = "";
    out.append('{');
    for (var member : members.entrySet()) {
      out.append(separator);
      writeString(member.getKey(), out);
      out.append(':');
      write(member.getValue(), out);
      separator = ",";
    }
    out.append('}');
  }

  private static void writeString(String text, StringBuilder out) {
    out.append('"');
    for (var i = 0; i < text.length(); i++) {
      var unit = text.charAt(i);
      switch (unit) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (unit < 0x20 || isLoneSurrogate(text, i)) {
            out.append("\\u%04x".formatted((int) unit));
          } else {
            out.append(unit);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isLoneSurrogate(String text, int i) {
    var unit = text.charAt(i);
    if (Character.isHighSurrogate(unit)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(unit)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
