package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.cost.CostEstimator;
import dev.bedrockinventory.cost.CostSum;
import dev.bedrockinventory.cost.ModelCost;
import dev.bedrockinventory.cost.Prices;
import dev.bedrockinventory.cost.UnitHistory;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.ChangeDays;
import dev.bedrockinventory.model.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the imported models of the end of the time range cost, with their units over time. */
public final class CostView {
  private static final int MODELS = 12;
  private static final int BYTES = 100_000;
  private static final ResourceOrder ORDER = new ResourceOrder(Comparator.naturalOrder());

  private final LedgerReader reader;
  private final DashboardRequest request;
  private final Instant at;
  private final CostEstimator estimator;

  CostView(LedgerReader reader, DashboardRequest request, Prices prices) {
    this.reader = reader;
    this.request = request;
    this.at = request.isHistoric() ? request.until() : request.now();
    this.estimator = new CostEstimator(prices, ChangeDays.day(at));
  }

  /**
   * The model of the template.
   *
   * @param headline how many models there are, and when
   * @param form the filters
   * @param figures the sums
   * @param basis what the figures are estimated from
   * @param models the models of this page
   * @param pages the links to other pages
   */
  public record Model(
      String headline,
      FilterForm form,
      List<CostRow.Figure> figures,
      String basis,
      List<CostRow> models,
      PageLinks pages) {
    /** Copies the lists. */
    public Model {
      figures = List.copyOf(figures);
      models = List.copyOf(models);
    }
  }

  Fragment fragment() {
    var selection = new ResourceSelection(request.parameters());
    var models =
        InventoryView.existing(reader, request, filter().scopes())
            .filter(selection::admits)
            .sorted(ORDER.comparator())
            .map(estimator::of)
            .toList();
    var rest = ORDER.after(request.position(), models, ModelCost::resource);
    var page = page(rest);
    var forms = new FilterFormBuilder(request, reader.knownScopes().toList());
    var sum = CostSum.of(models);
    return new Fragment(
        "cost.jte",
        new Model(
            headline(sum),
            forms.form(forms.account(), forms.region(), forms.text(ViewParameter.TEXT)),
            models.isEmpty() ? List.of() : figures(sum),
            sum.basis(),
            page,
            PageLinks.of(
                request,
                rest.size() > page.size()
                    ? Optional.of(ResourceOrder.text(rest.get(page.size() - 1).resource()))
                    : Optional.empty())));
  }

  /** Only imported models, since nothing else has custom model units. */
  private Parameters filter() {
    return request.parameters().with(ViewParameter.KIND, Kind.IMPORTED_MODEL.label());
  }

  private String headline(CostSum sum) {
    return CountText.of(sum.models(), "imported model", "imported models") + " " + request.end();
  }

  private static List<CostRow.Figure> figures(CostSum sum) {
    var figures = new ArrayList<CostRow.Figure>();
    figures.add(
        new CostRow.Figure(Long.toString(sum.units()), "custom model units of one copy of each"));
    figures.add(new CostRow.Figure(sum.hourly().text(), "an hour for one active copy of each"));
    figures.add(new CostRow.Figure(sum.storage().text(), "storage a month"));
    sum.missing()
        .forEach(missing ->
            figures.add(new CostRow.Figure(Integer.toString(missing.models()), missing.words())));
    return figures;
  }

  /** The first models that fit on a page, with their revisions; at least one, if there is any. */
  private List<CostRow> page(List<ModelCost> models) {
    var budget = new PageBudget(BYTES);
    var rows = new ArrayList<CostRow>();
    var first = models.stream().limit(MODELS).toList();
    for (var history : UnitHistory.read(reader, estimator, first)) {
      if (budget.isSpent()) {
        break;
      }
      rows.add(CostRow.of(first.get(rows.size()), history, request, at));
      budget.spend(rows.getLast());
    }
    return rows;
  }
}
