package dev.bedrockinventory.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.cli.context.CliContext;
import java.util.stream.Stream;

/** Streams JSON to stdout. */
public final class JsonPrinter {
  private final CliContext context;

  public JsonPrinter(CliContext context) {
    this.context = context;
  }

  /** One object a line. */
  public void lines(Stream<? extends JsonNode> values) {
    values.forEach(value -> context.out().println(JsonText.line(value)));
  }

  /** One array, {@code []} if there is nothing. */
  public void array(Stream<? extends JsonNode> values) {
    var out = context.out();
    var separator = "[\n  ";
    for (var each = values.iterator(); each.hasNext(); ) {
      out.print(separator + JsonText.pretty(each.next()).replace("\n", "\n  "));
      separator = ",\n  ";
    }
    out.println(separator.startsWith(",") ? "\n]" : "[]");
  }

  /** One value: formatted, or on one line. */
  public void value(JsonNode value, OutputFormat format) {
    context
        .out()
        .println(format == OutputFormat.JSONL ? JsonText.line(value) : JsonText.pretty(value));
  }
}
