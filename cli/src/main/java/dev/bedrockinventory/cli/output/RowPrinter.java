package dev.bedrockinventory.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.ledger.sqlite.SqlResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Prints rows in any of the formats. */
public final class RowPrinter {
  /** A spreadsheet would run these as formulas (OWASP, "CSV Injection"). */
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private final CliContext context;

  /** A printer to stdout. */
  public RowPrinter(CliContext context) {
    this.context = context;
  }

  /** Prints the rows. */
  public void print(SqlResult result, RowFormat format) {
    switch (format) {
      case TABLE -> table(result);
      case JSON -> new JsonPrinter(context).array(objects(result).stream());
      case JSONL -> new JsonPrinter(context).lines(objects(result).stream());
      case CSV -> csv(result);
      case MARKDOWN -> markdown(result);
    }
  }

  private void table(SqlResult result) {
    var table = new TextTable(result.columns().toArray(String[]::new));
    result.rows().forEach(row -> table.row(texts(row).toArray(String[]::new)));
    table.print(context);
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

  private void csv(SqlResult result) {
    line(result.columns(), RowPrinter::field, ",", "", "\r\n");
    result.rows().forEach(row -> line(texts(row), RowPrinter::field, ",", "", "\r\n"));
  }

  /** A formula is made harmless by an apostrophe. */
  private static String field(String text) {
    var harmless =
        FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    return harmless.matches("(?s).*[\",\r\n].*")
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }

  private void markdown(SqlResult result) {
    line(result.columns(), RowPrinter::cell, " | ", "| ", " |\n");
    line(result.columns(), _ -> "---", "|", "|", "|\n");
    result.rows().forEach(row -> line(texts(row), RowPrinter::cell, " | ", "| ", " |\n"));
  }

  private static String cell(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replaceAll("\\R", "<br>");
  }

  private void line(
      List<String> texts,
      Function<String, String> written,
      String separator,
      String before,
      String after) {
    context
        .out()
        .print(texts.stream().map(written).collect(Collectors.joining(separator, before, after)));
  }

  private static List<String> texts(List<Optional<Object>> row) {
    return row.stream()
        .map(value -> node(value).isBinary() ? "bytes" : value.map(Object::toString).orElse(""))
        .toList();
  }
}
