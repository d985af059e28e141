package dev.bedrockinventory.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.cli.context.CliContext;
import java.util.stream.Stream;

/** Streams JSON to stdout. */
public final class JsonPrinter {
  private final CliContext surroundings;

  public JsonPrinter(CliContext surroundings) {
    this.surroundings = surroundings;
  }

  /** One object a line. */
  public void lines(Stream<? extends JsonNode> values) {
    values.forEach(value -> surroundings.out().println(JsonText.line(value)));
  }

  /** One array, {@code []} if there is nothing. */
  public void array(Stream<? extends JsonNode> values) {
    var out = surroundings.out();
    var separator = "[\n  ";
    for (var each = values.iterator(); each.hasNext(); ) {
      out.print(separator + JsonText.pretty(each.next()).replace("\n", "\n  "));
      separator = ",\n  ";
    }
    out.println(separator.startsWith(",") ? "\n]" : "[]");
  }

  /** One value: formatted, or on one line. */
  public void value(JsonNode value, OutputFormat format) {
    surroundings
        .out()
        .println(format == OutputFormat.JSONL ? JsonText.line(value) : JsonText.pretty(value));
  }
}
