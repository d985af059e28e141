package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.ScopeEntry;
import dev.bedrockinventory.model.ChangeDays;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.query.Changes;
import dev.bedrockinventory.query.Coverage;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.query.Inventory;
import dev.bedrockinventory.query.Period;
import dev.bedrockinventory.query.Resource;
import dev.bedrockinventory.query.ResourceNames;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What there is, what changed lately, and what needs attention. */
public final class Overview {
  private static final int DAYS = 30;
  private static final int LATEST = 10;
  private static final int PLACES = 12;
  private static final int ATTEMPTS = 5;

  private final LedgerReader reader;
  private final DashboardRequest request;

  Overview(LedgerReader reader, DashboardRequest request) {
    this.reader = reader;
    this.request = request;
  }

  /**
   * The model of the template.
   *
   * @param counts how many of each kind exist
   * @param places the accounts and regions with the most resources
   * @param morePlaces how many accounts and regions are left out
   * @param chart the changes of the last 30 days
   * @param freshest the scope with the newest complete sweep, in words
   * @param stalest the one with the oldest
   * @param attention what needs attention
   * @param refused the last attempts that were refused
   * @param refusedCount how many there were
   * @param latest the last changes
   * @param all shows all changes
   */
  public record Model(
      List<Count> counts,
      List<Count> places,
      int morePlaces,
      ChangeChart chart,
      Optional<String> freshest,
      Optional<String> stalest,
      List<Action> attention,
      List<Refused> refused,
      int refusedCount,
      List<ChangeRow> latest,
      Action all) {
    /** Copies the lists. */
    public Model {
      counts = List.copyOf(counts);
      places = List.copyOf(places);
      attention = List.copyOf(attention);
      refused = List.copyOf(refused);
      latest = List.copyOf(latest);
    }
  }

  /**
   * A number with its words.
   *
   * @param number the number
   * @param words what it counts
   * @param shown shows what is counted
   */
  public record Count(int number, String words, Action shown) {}

  /**
   * A refused attempt.
   *
   * @param resource shows the resource
   * @param attempt who tried what, and why it failed
   */
  public record Refused(Action resource, Attempt attempt) {}

  Fragment fragment() {
    var filter = request.parameters().scopes();
    var resources = new Inventory(reader).now(filter).toList();
    var places = places(resources);
    var coverage = Coverage.of(reader, filter);
    var since = request.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(DAYS - 1));
    var period = new Period(Optional.of(since), Optional.of(request.now()));
    var changes = new Changes(reader);
    var lately = changes.keys(period, filter, Set.of()).toList();
    var latest = changes.newest(filter, LATEST);
    var names = new ResourceNames(reader);
    names.prepare(latest);
    var rows = new ChangeRows(names, request);
    var attempts = attempts(since, filter);
    return new Fragment(
        "overview.jte",
        new Model(
            Arrays.stream(Kind.values()).map(kind -> count(kind, resources)).toList(),
            places.stream().limit(PLACES).toList(),
            Math.max(0, places.size() - PLACES),
            ChangeChart.of(lately, ChangeDays.of(since).and(ChangeDays.of(request.now()))),
            scope(coverage, Comparator.reverseOrder()),
            scope(coverage, Comparator.naturalOrder()),
            attention(coverage, resources),
            attempts.stream().limit(ATTEMPTS).flatMap(event -> refused(event, rows)).toList(),
            attempts.size(),
            latest.stream().map(rows::row).toList(),
            request.action("All changes", Parameters.of(View.CHANGES))));
  }

  private Count count(Kind kind, List<Resource> resources) {
    var number =
        (int) resources.stream().filter(resource -> resource.scope().kind() == kind).count();
    return new Count(
        number,
        kind.label().replace('-', ' ') + (number == 1 ? "" : "s"),
        request.action(
            "Inventory", Parameters.of(View.INVENTORY).with(ViewParameter.KIND, kind.label())));
  }

  /** The refused calls about the selected scopes, newest first; import jobs belong to none. */
  private List<Evidence> attempts(Instant since, Filter filter) {
    return reader
        .attempts(since)
        .flatMap(item -> item.intact().stream())
        .filter(event -> event.arn().scope().map(filter::admits).orElse(true))
        .toList()
        .reversed();
  }

  private static Stream<Refused> refused(Evidence event, ChangeRows rows) {
    return Attempt.of(event).map(one -> new Refused(rows.resource(event.arn()), one)).stream();
  }

  /** Each account and region with its number of resources, the most first. */
  private List<Count> places(List<Resource> resources) {
    var numbers = new TreeMap<String, List<Resource>>();
    for (var resource : resources) {
      var scope = resource.scope();
      numbers
          .computeIfAbsent(scope.account() + " · " + scope.region(), _ -> new ArrayList<>())
          .add(resource);
    }
    return numbers.entrySet().stream()
        .map(place -> place(place.getKey(), place.getValue()))
        .sorted(Comparator.comparingInt(Count::number).reversed())
        .toList();
  }

  private Count place(String name, List<Resource> resources) {
    var scope = resources.getFirst().scope();
    return new Count(
        resources.size(),
        resources.size() == 1 ? "resource" : "resources",
        request.action(
            name,
            Parameters.of(View.INVENTORY)
                .with(ViewParameter.ACCOUNT, scope.account())
                .with(ViewParameter.REGION, scope.region())));
  }

  private Optional<String> scope(Coverage coverage, Comparator<Instant> order) {
    return coverage.scopes().stream()
        .map(ScopeEntry::state)
        .filter(state -> state.lastCompleteAt().isPresent())
        .min(Comparator.comparing(state -> state.lastCompleteAt().orElseThrow(), order))
        .map(state ->
            "%s, %s"
                .formatted(
                    ChangeRows.place(state.scope()),
                    Ages.text(state.lastCompleteAt().orElseThrow(), request.now())));
  }

  private List<Action> attention(Coverage coverage, List<Resource> resources) {
    var attention = new ArrayList<Action>();
    add(
        attention,
        coverage.scopes().stream().filter(entry -> Notice.isWrong(entry, request)).count(),
        "scope that is incomplete or old",
        "scopes that are incomplete or old",
        Parameters.of(View.COVERAGE));
    add(
        attention,
        resources.stream()
            .filter(resource -> resource.scope().kind() == Kind.APPLICATION_INFERENCE_PROFILE)
            .filter(resource -> resource.head().document().tags().isEmpty())
            .count(),
        "application profile without tags",
        "application profiles without tags",
        Parameters.of(View.INVENTORY)
            .with(ViewParameter.KIND, Kind.APPLICATION_INFERENCE_PROFILE.label()));
    add(
        attention,
        resources.stream()
            .filter(resource -> !Geography.isGlobal(resource))
            .filter(Geography::isLeft)
            .count(),
        "profile that leaves its geography",
        "profiles that leave their geography",
        Parameters.of(View.MODELS));
    add(
        attention,
        coverage.unmodeled().size(),
        "unmodeled member of the API",
        "unmodeled members of the API",
        Parameters.of(View.COVERAGE));
    return attention;
  }

  private void add(List<Action> attention, long count, String one, String many, Parameters shown) {
    if (count > 0) {
      attention.add(request.action(count + " " + (count == 1 ? one : many), shown));
    }
  }
}
