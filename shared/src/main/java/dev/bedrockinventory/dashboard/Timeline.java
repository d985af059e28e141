package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.change.Attribution;
import dev.bedrockinventory.change.RevisionEvents;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Revision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The revisions of a resource, newest first.
 *
 * @param rows one page of them
 * @param older shows the next page, absent on the last
 * @param newest shows the first page, absent on it
 */
public record Timeline(List<RevisionRow> rows, Optional<Action> older, Optional<Action> newest) {
  static final int ROWS = 50;

  private static final int MAX_BYTES = 50_000;
  private static final int MAX_CALLERS = 5;

  /** Copies the list. */
  public Timeline {
    rows = List.copyOf(rows);
  }

  /**
   * Reads one page; all revisions if there is evidence, since an event can only be attributed when
   * all are known.
   */
  static Timeline read(
      LedgerReader reader, DashboardRequest request, Head head, List<Evidence> evidence) {
    var base = request.parameters();
    var after = request.position().map(Timeline::number);
    var last = after.map(number -> Math.min(number - 1, head.revision())).orElse(head.revision());
    var first = Math.max(1, last - ROWS + 1);
    var isAttributable = evidence.stream().anyMatch(Evidence::isSuccessful);
    var arn = head.arn();
    var read = isAttributable ? revisions(reader, arn) : revisions(reader, arn, first, last);
    var causes = Attribution.of(read, evidence);
    var rows = rows(read, first, last, revision -> row(request, revision, causes));
    var end = rows.isEmpty() ? first : rows.getLast().number();
    return new Timeline(
        rows,
        Optional.of(end)
            .filter(number -> number > 1)
            .map(number -> request.continuing("Older", base, "" + number)),
        after.map(_ -> request.action("Newest", base.with(ViewParameter.AFTER, ""))));
  }

  private static long number(String position) {
    if (!position.matches("[1-9][0-9]{0,9}")) {
      throw CursorSigner.invalid();
    }
    return Long.parseLong(position);
  }

  private static List<Revision> revisions(LedgerReader reader, Arn arn) {
    return reader.revisions(arn).flatMap(stored -> stored.readable().stream()).toList();
  }

  private static List<Revision> revisions(LedgerReader reader, Arn arn, long first, long last) {
    return first > last
        ? List.of()
        : reader.revisions(arn, first, last).flatMap(stored -> stored.readable().stream()).toList();
  }

  private interface Rows {
    RevisionRow of(Revision revision);
  }

  private static List<RevisionRow> rows(List<Revision> read, long first, long last, Rows make) {
    var budget = new PageBudget(MAX_BYTES);
    var rows = new ArrayList<RevisionRow>();
    read.stream()
        .filter(revision -> first <= revision.number() && revision.number() <= last)
        .sorted(Comparator.comparingLong(Revision::number).reversed())
        .takeWhile(_ -> !budget.isSpent())
        .forEach(revision -> {
          var row = make.of(revision);
          budget.spend(row);
          rows.add(row);
        });
    return rows;
  }

  private static RevisionRow row(
      DashboardRequest request, Revision revision, Map<Long, RevisionEvents> causes) {
    var number = revision.number();
    var events = causes.getOrDefault(number, RevisionEvents.NONE);
    return new RevisionRow(
        number,
        revision.change(),
        TimeText.text(revision.observedAt()),
        ChangeRows.sentences(revision.fields()),
        first(events.who(), CallerText::text),
        first(events.alsoSeen(), CallerText::withCall),
        ProofSentences.of(revision.proofs()),
        Optional.of(number)
            .filter(any -> any > 1)
            .map(any ->
                request.action(
                    "Compare with %d".formatted(number - 1),
                    request
                        .parameters()
                        .with(ViewParameter.LEFT, "" + (number - 1))
                        .with(ViewParameter.RIGHT, "" + number))));
  }

  private static List<String> first(List<Evidence> events, Function<Evidence, String> words) {
    var all = events.stream().map(words).distinct().toList();
    return all.size() <= MAX_CALLERS
        ? all
        : Stream.concat(
                all.stream().limit(MAX_CALLERS),
                Stream.of("and %d more".formatted(all.size() - MAX_CALLERS)))
            .toList();
  }
}
