package dev.bedrockinventory.cli.output;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.query.Change;
import dev.bedrockinventory.query.JsonContract;
import java.util.List;
import java.util.stream.Stream;

/** Prints changes, of one resource or of many. */
public final class ChangePrinter {
  private static final List<String> HEADINGS =
      List.of("OBSERVED", "CHANGE", "REVISION", "RESOURCE", "WHO", "FIELDS", "ALSO SEEN");

  private final CliContext context;

  public ChangePrinter(CliContext context) {
    this.context = context;
  }

  public void print(Stream<Change> changes, OutputFormat format) {
    var printer = new JsonPrinter(context);
    switch (format) {
      case JSON -> printer.array(changes.map(JsonContract::of));
      case JSONL -> printer.lines(changes.map(JsonContract::of));
      case TABLE, CSV, MARKDOWN -> table(changes.toList(), format);
    }
  }

  /** For people the column of the calls also seen is left out if there are none. */
  private void table(List<Change> changes, OutputFormat format) {
    var columns =
        !format.isComplete()
                && changes.stream().allMatch(change -> change.events().alsoSeen().isEmpty())
            ? HEADINGS.size() - 1
            : HEADINGS.size();
    var table = new TextTable(start(HEADINGS, columns));
    changes.forEach(change -> table.row(start(cells(change), columns)));
    table.print(context, format);
  }

  private static List<String> cells(Change change) {
    var alsoSeen = change.events().alsoSeen();
    return List.of(
        Instants.text(change.observedAt()),
        change.change().name(),
        Long.toString(change.revision()),
        change.arn().text(),
        WhoText.withCredentials(change.events().who()),
        FieldText.of(change.fields()),
        alsoSeen.isEmpty() ? "" : WhoText.withCredentials(alsoSeen));
  }

  private static String[] start(List<String> cells, int columns) {
    return cells.stream().limit(columns).toArray(String[]::new);
  }
}
