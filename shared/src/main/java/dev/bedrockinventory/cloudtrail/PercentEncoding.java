package dev.bedrockinventory.cloudtrail;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The encoding of identifiers in the path of a request, which records may contain. */
final class PercentEncoding {
  private PercentEncoding() {}

  /**
   * Decodes an identifier, such as {@code arn%3Aaws%3Abedrock…}. A text that is not encoded, or not
   * validly, is returned as it is: no identifier of Bedrock contains a percent sign.
   */
  static String decode(String identifier) {
    try {
      return URLDecoder.decode(identifier.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return identifier;
    }
  }
}
