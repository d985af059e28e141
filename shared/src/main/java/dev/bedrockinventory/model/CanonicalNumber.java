package dev.bedrockinventory.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** Numbers as ECMAScript writes them, which RFC 8785 asks for; exact where a double is not. */
final class CanonicalNumber {
  private CanonicalNumber() {}

  static String write(JsonNode number) {
    var exact = number.decimalValue();
    var shortest = shortestDouble(exact);
    return ecmaScript(shortest.compareTo(exact) == 0 ? shortest : exact);
  }

  /** The decimal of the fewest digits that reads back as the double nearest to the number. */
  private static BigDecimal shortestDouble(BigDecimal exact) {
    var nearest = exact.doubleValue();
    return Double.isInfinite(nearest) ? exact.negate() : new BigDecimal(Double.toString(nearest));
  }

  /** ECMA-262, Number::toString: digits {@code k}, decimal exponent {@code n}. */
  private static String ecmaScript(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    var stripped = number.stripTrailingZeros();
    var digits = stripped.unscaledValue().abs().toString();
    var k = digits.length();
    var n = k - stripped.scale();
    var sign = number.signum() < 0 ? "-" : "";
    if (k <= n && n <= 21) {
      return sign + digits + "0".repeat(n - k);
    }
    if (0 < n && n <= 21) {
      return sign + digits.substring(0, n) + "." + digits.substring(n);
    }
    if (-6 < n && n <= 0) {
      return sign + "0." + "0".repeat(-n) + digits;
    }
    var exponent = (n - 1 < 0 ? "e-" : "e+") + Math.abs(n - 1);
    return sign + digits.charAt(0) + (k == 1 ? "" : "." + digits.substring(1)) + exponent;
  }
}
