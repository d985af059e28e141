package dev.bedrockinventory.dashboard;

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

  private final LedgerReader reader;
  private final DashboardRequest request;
  private final Changes changes;
  private final ResourceNameReader names;
  private final ChangeRows rows;

  Overview(LedgerReader reader, DashboardRequest request) {
    this.reader = reader;
    this.request = request;
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
   * @param latest the last changes
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
    var coverage = Coverage.of(reader, scopes);
    var since = request.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(DAYS - 1));
    return new Fragment(
        "overview.jte",
        new Model(
            InventoryCounts.of(resources, request),
            chart(since),
            SweepAges.of(coverage, request.now()),
            AttentionList.of(coverage, resources, request),
            RefusedCallList.read(reader, scopes, since, names, rows),
            latest(),
            request.action("All changes", request.parameters().scopesIn(View.CHANGES))));
  }

  private ChangeChart chart(Instant since) {
    var period = new Period(Optional.of(since), Optional.of(request.now()));
    return ChangeChart.of(
        changes.keys(period, request.parameters().scopes(), Set.of()).toList(),
        ChangeDays.of(since).and(ChangeDays.of(request.now())));
  }

  private List<ChangeRow> latest() {
    var latest = changes.newest(request.parameters().scopes(), LATEST);
    names.prepare(latest.stream().map(Change::arn));
    return latest.stream().map(rows::row).toList();
  }
}
