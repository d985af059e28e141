package dev.bedrockinventory.cli.output;

import dev.bedrockinventory.cli.context.CliContext;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Instants;
import dev.bedrockinventory.query.Change;
import dev.bedrockinventory.query.FieldSentence;
import dev.bedrockinventory.query.InventoryDiff;
import dev.bedrockinventory.query.JsonContract;
import dev.bedrockinventory.query.RevisionDiff;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints differences between two revisions side by side, or between two inventories. */
public final class DiffPrinter {
  private static final String PRESENT = "present";

  private final CliContext context;
  private final OutputFormat format;

  public DiffPrinter(CliContext context, OutputFormat format) {
    this.context = context;
    this.format = format;
  }

  /** Prints one row for each field, or one object. */
  public void print(RevisionDiff diff) {
    switch (format) {
      case JSON, JSONL -> new JsonPrinter(context).value(JsonContract.of(diff), format);
      case TABLE, CSV, MARKDOWN -> table(diff);
    }
  }

  /** Prints one row or object for each resource. */
  public void print(List<InventoryDiff> differences) {
    var printer = new JsonPrinter(context);
    switch (format) {
      case JSON -> printer.array(differences.stream().map(JsonContract::of));
      case JSONL -> printer.lines(differences.stream().map(JsonContract::of));
      case TABLE, CSV, MARKDOWN -> table(differences);
    }
  }

  private void table(RevisionDiff diff) {
    var table = new TextTable("FIELD", heading(diff.from()), heading(diff.to()));
    table.compare(1, 2);
    for (var field : diff.fields()) {
      var sentence = FieldSentence.of(field);
      table.row(
          sentence.subject(),
          value(sentence.before(), field.op() == FieldChange.Op.REMOVE),
          value(sentence.after(), field.op() == FieldChange.Op.ADD));
    }
    table.print(context, format);
  }

  private static String heading(Change change) {
    return "%d %s %s"
        .formatted(change.revision(), change.change(), Instants.text(change.observedAt()));
  }

  /** The member of a set has no value, since it is in the subject. */
  private static String value(Optional<String> value, boolean isMember) {
    return value.orElse(isMember ? PRESENT : "");
  }

  private void table(List<InventoryDiff> differences) {
    var table =
        new TextTable(
            "DIFFERENCE",
            "KIND",
            "NAME",
            format.isComplete() ? "ARN" : "ID",
            "ACCOUNT",
            "REGION",
            "FIELDS");
    for (var diff : differences) {
      var scope = diff.resource().scope();
      var head = diff.resource().head();
      table.row(
          diff.kind().name(),
          scope.kind().label(),
          head.document().name(scope.kind()).orElse(""),
          format.isComplete() ? head.arn().text() : head.arn().id(),
          scope.account(),
          scope.region(),
          diff.fields().stream()
              .map(FieldSentence::of)
              .map(FieldSentence::toString)
              .collect(Collectors.joining("; ")));
    }
    table.print(context, format);
  }
}
