package dev.bedrockinventory.cli.output;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.query.Grouped;
import dev.bedrockinventory.query.JsonContract;
import dev.bedrockinventory.query.Resource;
import java.util.List;
import java.util.stream.Stream;

/** Prints resources, or how many there are of them. */
public final class ResourcePrinter {
  private static final String NONE = "(none)";

  private final CliContext context;
  private final OutputFormat format;

  public ResourcePrinter(CliContext context, OutputFormat format) {
    this.context = context;
    this.format = format;
  }

  /** Prints one row or object for each resource. */
  public void print(Stream<Resource> resources) {
    var printer = new JsonPrinter(context);
    switch (format) {
      case JSON -> printer.array(resources.map(JsonContract::of));
      case JSONL -> printer.lines(resources.map(JsonContract::of));
      case TABLE, CSV, MARKDOWN -> table(resources);
    }
  }

  /** Prints one row or object for each group of a grouping. */
  public void print(List<Grouped> groups, Grouped.By by) {
    var printer = new JsonPrinter(context);
    switch (format) {
      case JSON -> printer.array(groups.stream().map(group -> json(group, by)));
      case JSONL -> printer.lines(groups.stream().map(group -> json(group, by)));
      case TABLE, CSV, MARKDOWN -> table(groups, by);
    }
  }

  private static ObjectNode json(Grouped group, Grouped.By by) {
    var tree = JsonNodeFactory.instance.objectNode().put("by", by.label());
    group.value().ifPresent(value -> tree.put("value", value));
    return tree.put("count", group.count());
  }

  private void table(List<Grouped> groups, Grouped.By by) {
    var table = new TextTable(heading(by), "COUNT");
    groups.forEach(group ->
        table.row(
            group.value().orElse(format.isComplete() ? "" : NONE), Long.toString(group.count())));
    table.print(context, format);
  }

  private static String heading(Grouped.By by) {
    return switch (by) {
      case Grouped.By.Part part -> part.name();
      case Grouped.By.Tag(var key) -> "TAG " + key;
    };
  }

  private void table(Stream<Resource> resources) {
    var table =
        new TextTable(
            "KIND",
            "NAME",
            format.isComplete() ? "ARN" : "ID",
            "ACCOUNT",
            "REGION",
            "REVISION",
            "CHANGED");
    resources.forEach(resource -> {
      var head = resource.head();
      var scope = resource.scope();
      table.row(
          scope.kind().label(),
          head.document().name(scope.kind()).orElse(""),
          format.isComplete() ? head.arn().text() : head.arn().id(),
          scope.account(),
          scope.region(),
          Long.toString(head.revision()),
          Instants.text(head.changedAt()));
    });
    table.print(context, format);
  }
}
