package dev.bedrockinventory.normalize;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Parses instants in every format that AWS services use. */
final class InstantParser {
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);
  private static final BigDecimal LATEST = BigDecimal.valueOf(Instant.MAX.getEpochSecond());

  private InstantParser() {}

  /**
   * The instant, if the value is exactly one: a text with an offset, or seconds since 1970. A
   * fraction finer than nanoseconds is rejected, since it would be lost.
   */
  static Optional<Instant> find(JsonNode node) {
    if (node.isTextual()) {
      return text(node.textValue());
    }
    return node.isNumber() ? seconds(node.decimalValue()) : Optional.empty();
  }

  private static Optional<Instant> text(String text) {
    try {
      return Optional.of(ISO.parse(text, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> seconds(BigDecimal number) {
    var stripped = number.stripTrailingZeros();
    if (stripped.abs().compareTo(LATEST) > 0 || stripped.scale() > 9) {
      return Optional.empty();
    }
    var nanos = stripped.movePointRight(9).toBigIntegerExact();
    var second = BigDecimal.ONE.movePointRight(9).toBigIntegerExact();
    var parts = nanos.divideAndRemainder(second);
    return Optional.of(Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact()));
  }
}
