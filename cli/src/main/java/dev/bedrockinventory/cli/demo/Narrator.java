package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.cli.output.FieldText;
import dev.bedrockinventory.cli.output.WhoText;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Evidence.Refusal;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.query.Change;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** Prints on stderr what happens, for people. */
final class Narrator {
  private final PrintStream err;

  Narrator(PrintStream err) {
    this.err = err;
  }

  void print(String text) {
    err.println(text);
  }

  /** Begins a step. */
  void begin(int number, int steps, Step step) {
    err.println();
    err.println("%2d of %d  %s".formatted(number, steps, step.title()));
  }

  /** Prints what was recorded, the changes as in the ledger. */
  void print(StepObserver.Result result, LedgerReader reader) {
    var baseline = result.counts().changes().getOrDefault(ChangeKind.BASELINE, 0);
    if (baseline > 0) {
      indent("BASELINE  %d resources".formatted(baseline));
    }
    result.changes().forEach(change -> indent(line(change, reader)));
    result.drift().forEach(drift -> indent("DRIFT     " + drift));
    result
        .attempts()
        .forEach(attempt ->
            indent(
                "ATTEMPT   %s by %s: %s"
                    .formatted(attempt.event(), WhoText.of(List.of(attempt)), refusal(attempt))));
    for (var scope : result.scopes()) {
      var kind = scope.state().scope().kind();
      scope
          .state()
          .outcome()
          .filter(outcome -> outcome != Outcome.COMPLETE)
          .ifPresent(outcome ->
              indent(
                  "%-9s %s: %s"
                      .formatted(
                          outcome,
                          kind,
                          scope.state().reason().map(Reason::name).orElse("unknown"))));
      scope
          .lastObservation()
          .filter(last -> last.omissions() > 0)
          .ifPresent(last -> indent("OMISSION  %s: %d".formatted(kind, last.omissions())));
    }
    if (result.counts().equals(StepCounts.NONE)) {
      indent("nothing recorded");
    }
  }

  /** Ends a step with its lesson. */
  void end(Step step) {
    err.println("         " + step.lesson());
  }

  private static String refusal(Evidence attempt) {
    return attempt.refusal().map(Refusal::code).orElse("carried out");
  }

  private void indent(String line) {
    err.println("           " + line);
  }

  private static String line(Change change, LedgerReader reader) {
    var fields = FieldText.of(change.fields());
    return "%-9s %s, revision %d%s%s"
        .formatted(
            change.change(),
            name(change, reader),
            change.revision(),
            change.events().who().isEmpty() ? "" : ", by " + WhoText.of(change.events().who()),
            fields.isEmpty() ? "" : ": " + fields);
  }

  /** The index of changes has no documents, and so no names. */
  private static String name(Change change, LedgerReader reader) {
    return reader
        .revisions(change.arn(), change.revision(), change.revision())
        .map(StoredItem::value)
        .flatMap(revision ->
            change.arn().scope().map(Scope::kind).stream()
                .flatMap(kind ->
                    revision.document().name(kind).stream()
                        .map(name -> "%s (%s)".formatted(name, kind))))
        .collect(Collectors.joining());
  }
}
