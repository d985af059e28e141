package dev.bedrockinventory.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reading and writing of JSON bodies. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /** A new object without members. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * The object that a request body holds; an empty body is an object without members.
   *
   * @throws Refusal {@code SerializationException} when it holds anything else
   */
  public static ObjectNode parse(String body) {
    if (body.isEmpty()) {
      return object();
    }
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
      throw new Refusal(400, "SerializationException", "Start of structure expected");
    } catch (JsonProcessingException e) {
      throw new Refusal(400, "SerializationException", "Could not parse request body into json", e);
    }
  }
}
