package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.query.Excerpt;
import dev.bedrockinventory.query.Geography;
import dev.bedrockinventory.query.Inventory;
import dev.bedrockinventory.query.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which profiles reach which models from which regions, and where system profiles vanished. */
public final class ModelsView {
  private static final int MODELS = 60;

  /** The most cells of a page with more than one model. */
  private static final int CELLS = 2_500;

  private static final int VANISHED = 50;
  private static final int MOST_NAME = 100;

  private final LedgerReader reader;
  private final DashboardRequest request;

  ModelsView(LedgerReader reader, DashboardRequest request) {
    this.reader = reader;
    this.request = request;
  }

  /**
   * The model of the template.
   *
   * @param headline how many models there are, and when
   * @param form the filters
   * @param regions the columns
   * @param models the rows by model, those that a profile reaches outside its geography first
   * @param pages the links to other pages
   * @param vanished the system profiles that vanished last
   * @param moreVanished how many of them are left out
   */
  public record Model(
      String headline,
      FilterForm form,
      List<String> regions,
      List<ReachedModel> models,
      PageLinks pages,
      List<Vanished> vanished,
      int moreVanished) {
    /** Copies the lists. */
    public Model {
      regions = List.copyOf(regions);
      models = List.copyOf(models);
      vanished = List.copyOf(vanished);
    }
  }

  /**
   * A model.
   *
   * @param id its id
   * @param rows the profiles that reach it
   */
  public record ReachedModel(String id, List<Row> rows) {
    /** Copies the list. */
    public ReachedModel {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A system profile, or all application profiles of a model.
   *
   * @param profiles shows them
   * @param mark how the geography is left; empty if it is not
   * @param cells one for each column
   */
  public record Row(Action profiles, String mark, List<MatrixCell> cells) {
    /** Copies the list. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A system profile that vanished.
   *
   * @param profile shows it
   * @param place its account and region
   * @param at when its deletion was observed
   */
  public record Vanished(Action profile, String place, String at) {}

  Fragment fragment() {
    var gone = gone().sorted(Comparator.comparing(ModelsView::deletedAt).reversed()).toList();
    var matrix = new ModelMatrix();
    InventoryView.existing(reader, request)
        .filter(resource -> resource.scope().kind().isProfile())
        .forEach(matrix::add);
    gone.forEach(one -> matrix.addVanished(one, deletedAt(one)));
    var text = request.parameters().text(ViewParameter.TEXT);
    var models = matrix.models(text);
    var rest = after(models);
    var page = page(rest);
    var regions = regions(page);
    var forms = new FilterFormBuilder(request, reader.knownScopes().toList());
    return new Fragment(
        "models.jte",
        new Model(
            headline(models),
            forms.form(
                forms.account(),
                forms.region("Source region"),
                forms.text(ViewParameter.TEXT, "Model or profile")),
            regions.stream().map(MatrixCell::label).toList(),
            page.stream().map(model -> reached(model, regions)).toList(),
            PageLinks.of(
                request,
                rest.size() > page.size()
                    ? Optional.of(page.getLast().position())
                    : Optional.empty()),
            gone.stream().limit(VANISHED).map(this::vanished).toList(),
            Math.max(0, gone.size() - VANISHED)));
  }

  /** The system profiles that had vanished at the end of the time range. */
  private Stream<Resource> gone() {
    var parameters = request.parameters();
    var system = parameters.with(ViewParameter.KIND, Kind.SYSTEM_INFERENCE_PROFILE.label());
    return new Inventory(reader)
        .deleted(system.scopes())
        .filter(one -> parameters.scopes().admits(one.scope()))
        .filter(one -> !request.isHistoric() || !deletedAt(one).isAfter(request.until()));
  }

  private static Instant deletedAt(Resource deleted) {
    return deleted.deletedAt().orElseThrow();
  }

  private String headline(Collection<ModelMatrix.ModelRows> models) {
    return CountText.of(models.size(), "model", "models") + " " + request.end();
  }

  private List<ModelMatrix.ModelRows> after(List<ModelMatrix.ModelRows> models) {
    var after = request.position().orElse("");
    return models.stream().filter(model -> model.position().compareTo(after) > 0).toList();
  }

  /** The first models that fit on a page; at least one, if there is any. */
  private static List<ModelMatrix.ModelRows> page(List<ModelMatrix.ModelRows> models) {
    var page = new ArrayList<ModelMatrix.ModelRows>();
    var rows = 0;
    for (var model : models) {
      page.add(model);
      rows += model.rows().size();
      if (page.size() > 1 && (page.size() > MODELS || rows * regions(page).size() > CELLS)) {
        page.removeLast();
        break;
      }
    }
    return page;
  }

  /** All regions of these models; any region comes last. */
  private static List<String> regions(Collection<ModelMatrix.ModelRows> models) {
    var regions = new TreeSet<String>();
    models.forEach(model -> model.rows().forEach(row -> regions.addAll(row.regions())));
    var columns = new ArrayList<>(regions);
    if (columns.remove(Geography.ANY)) {
      columns.add(Geography.ANY);
    }
    return columns;
  }

  private ReachedModel reached(ModelMatrix.ModelRows model, List<String> regions) {
    return new ReachedModel(
        Excerpt.of(model.id(), MOST_NAME),
        model.rows().stream()
            .map(row ->
                new Row(
                    profiles(row, model.id()),
                    row.mark(),
                    regions.stream().map(row::cell).toList()))
            .toList());
  }

  private Action profiles(ProfileRow row, String model) {
    var inventory = Parameters.of(View.INVENTORY);
    return row.profile()
        .map(id ->
            request.action(
                Excerpt.of(id, MOST_NAME),
                inventory
                    .with(ViewParameter.KIND, Kind.SYSTEM_INFERENCE_PROFILE.label())
                    .with(ViewParameter.TEXT, Excerpt.beginning(id, ViewParameter.MAX_TEXT))))
        .orElseGet(() ->
            request.action(
                CountText.of(row.profiles(), "application profile", "application profiles"),
                inventory
                    .with(ViewParameter.KIND, Kind.APPLICATION_INFERENCE_PROFILE.label())
                    .with(ViewParameter.TEXT, Excerpt.beginning(model, ViewParameter.MAX_TEXT))));
  }

  private Vanished vanished(Resource gone) {
    var arn = gone.head().arn();
    return new Vanished(
        request.action(
            Excerpt.of(arn.id(), MOST_NAME),
            Parameters.of(View.RESOURCE).with(ViewParameter.RESOURCE, arn.text())),
        gone.scope().account() + " · " + gone.scope().region(),
        TimeText.minute(deletedAt(gone)));
  }
}
