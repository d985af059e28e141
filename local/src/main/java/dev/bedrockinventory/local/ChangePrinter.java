package dev.bedrockinventory.local;

import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.query.Change;
import dev.bedrockinventory.query.JsonContract;
import java.util.stream.Stream;

/** Prints changes, of one resource or of many. */
final class ChangePrinter {
  private final Surroundings surroundings;

  ChangePrinter(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  void print(Stream<Change> changes, Format format) {
    var printer = new Printer(surroundings);
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
            WhoText.of(change.who()),
            FieldText.of(change.fields())));
    table.print(surroundings);
  }
}
