package dev.bedrockinventory.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** Prints JSON on stdout while it is made. */
final class Printer {
  private final Surroundings surroundings;

  Printer(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** One object a line. */
  void lines(Stream<? extends JsonNode> values) {
    values.forEach(value -> surroundings.out().println(Json.line(value)));
  }

  /** One array, {@code []} if there is nothing. */
  void array(Stream<? extends JsonNode> values) {
    var out = surroundings.out();
    var separator = "[\n  ";
    for (var each = values.iterator(); each.hasNext(); ) {
      out.print(separator + Json.pretty(each.next()).replace("\n", "\n  "));
      separator = ",\n  ";
    }
    out.println(separator.startsWith(",") ? "\n]" : "[]");
  }

  /** One value: on as many lines as it has parts, or on one. */
  void value(JsonNode value, Format format) {
    surroundings.out().println(format == Format.JSONL ? Json.line(value) : Json.pretty(value));
  }
}
