package dev.bedrockinventory.cli.output;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.feed.RedriveResult;
import dev.bedrockinventory.feed.RedriveSelection;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.model.Kind;
import java.util.Collection;
import java.util.stream.Collectors;

/** Prints the result of republishing changes, and the conditions of the selection. */
public final class RedrivePrinter {
  private final CliContext context;
  private final String bus;
  private final RedriveSelection selection;

  /**
   * Creates the printer of one redrive.
   *
   * @param bus the event bus, by the name or ARN that was specified
   * @param selection its conditions, which are printed with the result
   */
  public RedrivePrinter(CliContext context, String bus, RedriveSelection selection) {
    this.context = context;
    this.bus = bus;
    this.selection = selection;
  }

  /** Prints one object, or for people the counts and a line for each corrupted revision. */
  public void print(RedriveResult result, OutputFormat format) {
    switch (format) {
      case JSON, JSONL -> new JsonPrinter(context).value(json(result), format);
      case TABLE -> text(result);
      case CSV, MARKDOWN -> table(result).print(context, format);
    }
  }

  private static TextTable table(RedriveResult result) {
    var table = new TextTable("RESULT", "CHANGES", "ITEM", "PROBLEM");
    table.row("SENT", Long.toString(result.sent()), "", "");
    table.row("TRUNCATED", Long.toString(result.truncated()), "", "");
    result
        .corrupted()
        .forEach(finding -> table.row("BROKEN", "1", finding.item().toString(), finding.problem()));
    return table;
  }

  private ObjectNode json(RedriveResult result) {
    var tree =
        JsonNodeFactory.instance
            .objectNode()
            .put("bus", bus)
            .put("since", Instants.text(selection.since()));
    selection.until().ifPresent(until -> tree.put("until", Instants.text(until)));
    tree.set("only", only());
    tree.put("sent", result.sent()).put("truncated", result.truncated());
    var corrupted = tree.putArray("broken");
    for (var finding : result.corrupted()) {
      corrupted
          .addObject()
          .put("pk", finding.item().pk())
          .put("sk", finding.item().sk())
          .put("problem", finding.problem());
    }
    result
        .stop()
        .ifPresent(
            stop -> tree.putObject("stopped").put("id", stop.id()).put("problem", stop.why()));
    return tree;
  }

  /** The conditions by the names of the options; empty if there are none. */
  private ObjectNode only() {
    var tree = JsonNodeFactory.instance.objectNode();
    var filter = selection.filter();
    put(tree, "change", selection.kinds().stream().map(ChangeKind::name).toList());
    put(tree, "kind", filter.kinds().stream().map(Kind::label).toList());
    put(tree, "account", filter.accounts());
    put(tree, "region", filter.regions());
    put(tree, "model", filter.models());
    put(tree, "tag", filter.tags());
    put(tree, "name", filter.name().stream().toList());
    put(tree, "skip", selection.skipped());
    return tree;
  }

  private static void put(ObjectNode tree, String option, Collection<String> values) {
    if (!values.isEmpty()) {
      var array = tree.putArray(option);
      values.stream().sorted().forEach(array::add);
    }
  }

  private void text(RedriveResult result) {
    var out = context.out();
    var only =
        only().properties().stream()
            .flatMap(option ->
                option
                    .getValue()
                    .valueStream()
                    .map(value -> " --%s %s".formatted(option.getKey(), value.asText())))
            .collect(Collectors.joining());
    if (!only.isEmpty()) {
      out.println("Only changes that match" + only);
    }
    for (var finding : result.corrupted()) {
      out.println("BROKEN  %s  %s".formatted(finding.item(), finding.problem()));
    }
    out.println(
        "Sent %d changes to event bus %s, %d of them truncated; %d are broken"
            .formatted(result.sent(), bus, result.truncated(), result.corrupted().size()));
  }
}
