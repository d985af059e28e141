package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.ledger.ChangeKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.ChangeDays;
import dev.bedrockinventory.query.Change;
import dev.bedrockinventory.query.Changes;
import dev.bedrockinventory.query.Coverage;
import dev.bedrockinventory.query.Inventory;
import dev.bedrockinventory.query.Period;
import dev.bedrockinventory.query.ResourceNameReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What there is, what changed lately, and what needs attention. */
public final class Overview {
  private static final int DAYS = 30;
  private static final int LATEST = 10;

  /** How far back the last changes are searched if the last 30 days have too few. */
  private static final Duration LATEST_AGE = Duration.ofDays(365);

  private final LedgerReader reader;
  private final DashboardRequest request;
  private final Coverage coverage;
  private final Changes changes;
  private final ResourceNameReader names;
  private final ChangeRows rows;

  Overview(LedgerReader reader, DashboardRequest request, Coverage coverage) {
    this.reader = reader;
    this.request = request;
    this.coverage = coverage;
    this.changes = new Changes(reader);
    this.names = new ResourceNameReader(reader);
    this.rows = new ChangeRows(names, request);
  }

  /**
   * The model of the template.
   *
   * @param counts how many resources exist
   * @param chart the changes of the last 30 days
   * @param sweeps the newest and the oldest complete sweep
   * @param attention what needs attention
   * @param refused the refused calls of the last 30 days
   * @param latest the last changes of a year
   * @param all shows all changes
   */
  public record Model(
      InventoryCounts counts,
      ChangeChart chart,
      SweepAges sweeps,
      AttentionList attention,
      RefusedCallList refused,
      List<ChangeRow> latest,
      Action all) {
    /** Copies the list. */
    public Model {
      latest = List.copyOf(latest);
    }
  }

  Fragment fragment() {
    var scopes = request.parameters().scopes();
    var resources = new Inventory(reader).now(scopes).toList();
    var since = request.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(DAYS - 1));
    var keys = changes.keys(until(since), scopes, Set.of()).toList();
    return new Fragment(
        "overview.jte",
        new Model(
            InventoryCounts.of(resources, request),
            ChangeChart.of(keys, ChangeDays.of(since).and(ChangeDays.of(request.now()))),
            SweepAges.of(coverage, request.now()),
            AttentionList.of(coverage, resources, request),
            RefusedCallList.read(reader, scopes, since, names, rows),
            latest(keys),
            request.action("All changes", request.parameters().scopesIn(View.CHANGES))));
  }

  private Period until(Instant since) {
    return new Period(Optional.of(since), Optional.of(request.now()));
  }

  private List<ChangeRow> latest(List<ChangeKey> keys) {
    var newest =
        keys.size() < LATEST
            ? changes.newest(
                until(request.now().minus(LATEST_AGE)), request.parameters().scopes(), LATEST)
            : keys.reversed().subList(0, LATEST);
    var latest = changes.attributed(changes.of(newest));
    names.prepare(latest.stream().map(Change::arn));
    return latest.stream().map(rows::row).toList();
  }
}
