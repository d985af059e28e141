package dev.bedrockinventory.cli.output;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.query.Change;
import dev.bedrockinventory.query.JsonContract;
import java.util.stream.Stream;

/** Prints changes, of one resource or of many. */
public final class ChangePrinter {
  private final CliContext surroundings;

  public ChangePrinter(CliContext surroundings) {
    this.surroundings = surroundings;
  }

  public void print(Stream<Change> changes, OutputFormat format) {
    var printer = new JsonPrinter(surroundings);
    switch (format) {
      case JSON -> printer.array(changes.map(JsonContract::of));
      case JSONL -> printer.lines(changes.map(JsonContract::of));
      case TABLE -> table(changes);
    }
  }

  private void table(Stream<Change> changes) {
    var table = new TextTable("OBSERVED", "CHANGE", "REVISION", "RESOURCE", "WHO", "FIELDS");
    changes.forEach(change ->
        table.row(
            Instants.text(change.observedAt()),
            change.change().name(),
            Long.toString(change.revision()),
            change.arn().text(),
            WhoText.withCredentials(change.who()),
            FieldText.of(change.fields())));
    table.print(surroundings);
  }
}
