package dev.bedrockinventory.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.ledger.sqlite.SqlResult;
import java.util.List;
import java.util.Optional;

/** Prints rows in any of the formats. */
public final class RowPrinter {
  private final CliContext context;

  /** A printer to stdout. */
  public RowPrinter(CliContext context) {
    this.context = context;
  }

  /** Prints the rows. */
  public void print(SqlResult result, OutputFormat format) {
    switch (format) {
      case JSON -> new JsonPrinter(context).array(objects(result).stream());
      case JSONL -> new JsonPrinter(context).lines(objects(result).stream());
      case TABLE, CSV, MARKDOWN -> table(result, format);
    }
  }

  private void table(SqlResult result, OutputFormat format) {
    var table = new TextTable(result.columns().toArray(String[]::new));
    result.rows().forEach(row -> table.row(texts(row).toArray(String[]::new)));
    table.print(context, format);
  }

  private static List<ObjectNode> objects(SqlResult result) {
    return result.rows().stream().map(row -> object(result.columns(), row)).toList();
  }

  private static ObjectNode object(List<String> columns, List<Optional<Object>> row) {
    var object = JsonNodeFactory.instance.objectNode();
    for (var i = 0; i < columns.size(); i++) {
      object.set(columns.get(i), node(row.get(i)));
    }
    return object;
  }

  private static JsonNode node(Optional<Object> value) {
    var nodes = JsonNodeFactory.instance;
    return switch (value.orElse(null)) {
      case null -> nodes.nullNode();
      case Integer number -> nodes.numberNode(number);
      case Long number -> nodes.numberNode(number);
      case Double number -> nodes.numberNode(number);
      case byte[] bytes -> nodes.binaryNode(bytes);
      case Object other -> nodes.textNode(other.toString());
    };
  }

  private static List<String> texts(List<Optional<Object>> row) {
    return row.stream()
        .map(value -> node(value).isBinary() ? "bytes" : value.map(Object::toString).orElse(""))
        .toList();
  }
}
