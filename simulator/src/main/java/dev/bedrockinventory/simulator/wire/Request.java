package dev.bedrockinventory.simulator.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request, read in full.
 *
 * @param path as sent, percent-encoded
 * @param query decoded parameters; of several with one name the last
 * @param headers by lower-case name, the first value of each
 */
public record Request(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {

  /** The header with this lower-case name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The parameters of a query string or a form. */
  public static Map<String, String> form(String text) {
    var parameters = new LinkedHashMap<String, String>();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        parameters.put(decode(name), decode(value));
      }
    }
    return parameters;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, "ValidationException", "Malformed percent-encoding: " + text, e);
    }
  }

  /** A part of a path, decoded; a plus sign is not decoded there. */
  public static String decodePath(String text) {
    return decode(text.replace("+", "%2B"));
  }
}
