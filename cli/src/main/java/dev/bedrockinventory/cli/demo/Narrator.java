package dev.bedrockinventory.cli.demo;

import dev.bedrockinventory.cli.output.FieldText;
import dev.bedrockinventory.cli.output.WhoText;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.ScopeEntry;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Evidence.Refusal;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.query.Change;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints on stderr what happens, for people. */
final class Narrator {
  /** More changes or scopes than these are summarized. */
  private static final int MOST_LINES = 3;

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
    if (result.changes().size() <= MOST_LINES) {
      result.changes().forEach(change -> indent(line(change, reader)));
    } else {
      summary(result.changes()).forEach(this::indent);
    }
    result.drift().forEach(drift -> indent("DRIFT     " + drift));
    result
        .attempts()
        .forEach(attempt ->
            indent(
                "ATTEMPT   %s by %s: %s"
                    .formatted(attempt.event(), WhoText.of(List.of(attempt)), refusal(attempt))));
    problems(result.scopes()).forEach(this::indent);
    if (result.counts().equals(StepCounts.NONE)) {
      indent("nothing recorded");
    }
  }

  /** Ends a step with its lesson. */
  void end(Step step) {
    err.println("         " + step.lesson());
  }

  /** One line for each change kind. */
  private static List<String> summary(List<Change> changes) {
    return byKey(changes, Change::change).entrySet().stream()
        .map(kind ->
            "%-9s %d by %s"
                .formatted(kind.getKey(), kind.getValue().size(), people(kind.getValue())))
        .toList();
  }

  private static String people(List<Change> changes) {
    return changes.stream()
        .flatMap(change -> change.events().who().stream())
        .map(event -> event.actor().arn().replaceFirst("^.*/", ""))
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** One line for each outcome and reason, and for each kind with omissions. */
  private static List<String> problems(List<ScopeEntry> scopes) {
    var lines = new ArrayList<String>();
    byKey(scopes.stream().filter(Narrator::isIncomplete).toList(), Narrator::outcome)
        .forEach((outcome, incomplete) -> lines.add(outcome + ": " + names(incomplete)));
    for (var scope : scopes) {
      scope
          .lastObservation()
          .filter(last -> last.omissions() > 0)
          .ifPresent(last ->
              lines.add(
                  "OMISSION  %s: %d".formatted(name(scope.state().scope()), last.omissions())));
    }
    return lines;
  }

  private static boolean isIncomplete(ScopeEntry scope) {
    return scope.state().outcome().filter(outcome -> outcome != Outcome.COMPLETE).isPresent();
  }

  private static String outcome(ScopeEntry scope) {
    return "%-9s %s"
        .formatted(
            scope.state().outcome().map(Outcome::name).orElse(""),
            scope.state().reason().map(Reason::name).orElse("unknown"));
  }

  private static String names(List<ScopeEntry> scopes) {
    return scopes.size() <= MOST_LINES
        ? scopes.stream()
            .map(scope -> name(scope.state().scope()))
            .collect(Collectors.joining(", "))
        : scopes.size() + " scopes";
  }

  private static String name(Scope scope) {
    return "%s in %s".formatted(scope.kind(), scope.region());
  }

  private static <K, V> Map<K, List<V>> byKey(List<V> values, Function<V, K> key) {
    return values.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
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
            change.arn().scope().stream()
                .flatMap(scope ->
                    revision.document().name(scope.kind()).stream()
                        .map(name -> "%s (%s)".formatted(name, name(scope)))))
        .collect(Collectors.joining());
  }
}
