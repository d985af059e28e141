package dev.bedrockinventory.simulator.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** The digests that SQS returns and clients compare. */
final class Md5 {
  private Md5() {}

  static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK has no MD5; use one that has", e);
    }
  }

  /**
   * Of message attributes of type String or Number, by the rule in the SQS developer guide: ordered
   * by name, each name, type and value with its length before it, one byte 1 before the value.
   */
  static String ofAttributes(JsonNode attributes) {
    var bytes = new ByteArrayOutputStream();
    var ordered = new TreeMap<String, JsonNode>();
    attributes.properties().forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    ordered.forEach((name, attribute) -> {
      lengthAndText(bytes, name);
      lengthAndText(bytes, attribute.path("DataType").asText());
      bytes.write(1);
      lengthAndText(bytes, attribute.path("StringValue").asText());
    });
    return of(bytes.toByteArray());
  }

  private static void lengthAndText(ByteArrayOutputStream bytes, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
    bytes.writeBytes(utf8);
  }
}
