package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.ledger.ChangeKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.ChangeDays;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.query.Change;
import dev.bedrockinventory.query.Changes;
import dev.bedrockinventory.query.Period;
import dev.bedrockinventory.query.ResourceNameReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The changes of the time range, newest first, and how many there are a day. */
public final class ChangesView {
  /** How many changes one page searches for a text: up to 100 of them cost two reads. */
  private static final int MAX_SEARCHED = 2_000;

  /** How many changes one page searches for a person: each may cost a Query of its evidence. */
  private static final int MAX_ATTRIBUTED = 500;

  private static final int CHART_DAYS = 90;
  private static final int DAY_ACTIONS = 31;

  /** The parameters that filter changes. */
  static final List<ViewParameter> FILTERS =
      List.of(
          ViewParameter.DAY,
          ViewParameter.ACCOUNT,
          ViewParameter.REGION,
          ViewParameter.KIND,
          ViewParameter.CHANGE,
          ViewParameter.PERSON,
          ViewParameter.TAG,
          ViewParameter.TEXT);

  /** A BASELINE is not a change. */
  private static final List<String> CHANGES =
      Stream.of(ChangeKind.CREATED, ChangeKind.UPDATED, ChangeKind.DELETED)
          .map(Enum::name)
          .toList();

  private final DashboardRequest request;
  private final LedgerReader reader;
  private final Changes changes;
  private final ChangeFilter filter;
  private final ChangePageReader pages;

  ChangesView(LedgerReader reader, DashboardRequest request) {
    this(
        reader,
        request,
        request.parameters().find(ViewParameter.PERSON).isPresent()
            ? MAX_ATTRIBUTED
            : MAX_SEARCHED);
  }

  ChangesView(LedgerReader reader, DashboardRequest request, int maxSearched) {
    this.request = request;
    this.reader = reader;
    this.changes = new Changes(reader);
    var names = new ResourceNameReader(reader);
    this.filter = new ChangeFilter(request.parameters(), names, changes);
    this.pages = new ChangePageReader(request, changes, names, filter, maxSearched);
  }

  /**
   * The model of the template.
   *
   * @param filters the form with the filters
   * @param chart the changes a day
   * @param chartNote what the chart does not show; empty if it shows all that is listed
   * @param days the last days with changes, newest first
   * @param page the changes
   * @param newest shows the first page, absent on it
   */
  public record Model(
      FilterForm filters,
      ChangeChart chart,
      String chartNote,
      List<Day> days,
      ChangePage page,
      Optional<Action> newest) {
    /** Copies the list. */
    public Model {
      days = List.copyOf(days);
    }
  }

  /**
   * A day with changes.
   *
   * @param action shows only the changes of this day
   * @param isShown whether only these are shown now
   */
  public record Day(Action action, boolean isShown) {}

  Fragment fragment() {
    var parameters = request.parameters();
    var after = request.position().map(ChangePosition::parse);
    var listed = listed();
    return new Fragment(
        "changes.jte",
        new Model(
            filters(),
            chart(listed),
            chartNote(),
            days(listed),
            pages.read(candidates(listed, after)),
            after.map(_ -> request.action("Newest", parameters.only(FILTERS)))));
  }

  private FilterForm filters() {
    var forms = new FilterFormBuilder(request, reader.knownScopes().toList());
    return forms.removable(
        FILTERS,
        forms.account(),
        forms.region(),
        forms.kind(),
        forms.choice(ViewParameter.CHANGE, CHANGES),
        forms.text(ViewParameter.PERSON),
        forms.text(ViewParameter.TAG),
        forms.text(ViewParameter.TEXT));
  }

  /** The changes of the time range that match all filters but those of text and person. */
  private List<ChangeKey> listed() {
    var parameters = request.parameters();
    var kinds = parameters.find(ViewParameter.CHANGE).map(ChangeKind::valueOf).map(Set::of);
    return parameters.find(ViewParameter.TAG).isEmpty()
        ? changes.keys(range(), parameters.scopes(), kinds.orElse(Set.of())).toList()
        : changes
            .unattributed(range(), parameters.scopes(), kinds.orElse(Set.of()))
            .filter(filter::hasTag)
            .map(Change::key)
            .toList();
  }

  private Period range() {
    return new Period(Optional.of(request.since()), Optional.of(request.until()));
  }

  private List<ChangeKey> candidates(List<ChangeKey> listed, Optional<ChangePosition> after) {
    var day = request.parameters().find(ViewParameter.DAY).map(LocalDate::parse);
    return listed.stream()
        .filter(change -> day.filter(only -> !only.equals(day(change))).isEmpty())
        .filter(
            change -> after.filter(end -> ChangePosition.of(change).compareTo(end) >= 0).isEmpty())
        .sorted(Comparator.comparing(ChangePosition::of).reversed())
        .toList();
  }

  private ChangeChart chart(List<ChangeKey> listed) {
    var last = ChangeDays.day(request.until());
    var first = ChangeDays.day(request.since());
    var drawn = first.isBefore(oldest(last)) ? oldest(last) : first;
    return ChangeChart.of(
        listed.stream().filter(change -> !day(change).isBefore(drawn)).toList(),
        new ChangeDays(drawn, last));
  }

  private String chartNote() {
    var notes = new ArrayList<String>();
    var last = ChangeDays.day(request.until());
    if (ChangeDays.day(request.since()).isBefore(oldest(last))) {
      notes.add("The chart shows the last %d days of the range.".formatted(CHART_DAYS));
    }
    if (filter.needsReads()) {
      notes.add("The chart is not filtered by person or text.");
    }
    return String.join(" ", notes);
  }

  private static LocalDate oldest(LocalDate last) {
    return last.minusDays(CHART_DAYS - 1L);
  }

  private List<Day> days(List<ChangeKey> listed) {
    var counts = new TreeMap<LocalDate, Integer>(Comparator.reverseOrder());
    listed.forEach(change -> counts.merge(day(change), 1, Integer::sum));
    var parameters = request.parameters().only(FILTERS);
    return counts.entrySet().stream()
        .limit(DAY_ACTIONS)
        .map(entry ->
            new Day(
                request.action(
                    "%s: %d".formatted(TimeText.day(entry.getKey()), entry.getValue()),
                    parameters.with(ViewParameter.DAY, entry.getKey().toString())),
                parameters.text(ViewParameter.DAY).equals(entry.getKey().toString())))
        .toList();
  }

  private static LocalDate day(ChangeKey change) {
    return ChangeDays.day(change.observedAt());
  }
}
