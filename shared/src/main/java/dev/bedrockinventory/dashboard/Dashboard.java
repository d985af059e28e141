package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.cost.InvalidPricesException;
import dev.bedrockinventory.cost.Prices;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.query.Coverage;
import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Renders views as fragments of HTML: no scripts, all data escaped, every selector prefixed.
 * Thread-safe.
 */
public final class Dashboard {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, "dev.bedrockinventory.dashboard.template");

  private final LedgerReader reader;
  private final Supplier<Prices> prices;

  /** Views of this ledger, with the prices that this version contains. */
  public Dashboard(LedgerReader reader) {
    this(reader, Prices::bundled);
  }

  /**
   * Views of this ledger, with costs at these prices.
   *
   * @param prices read for the Cost view only, which reports it if they are not valid
   */
  public Dashboard(LedgerReader reader, Supplier<Prices> prices) {
    this.reader = reader;
    this.prices = prices;
  }

  /**
   * The HTML of a view.
   *
   * @throws dev.bedrockinventory.sweep.LedgerUnavailableException if the ledger cannot be read
   */
  public String html(DashboardRequest request) {
    var known = reader.withScopes();
    var coverage = Coverage.of(known, request.parameters().scopes());
    var fragment =
        switch (request.parameters().view()) {
          case OVERVIEW -> new Overview(known, request, coverage).fragment();
          case CHANGES -> new ChangesView(known, request).fragment();
          case RESOURCE -> new ResourceView(known, request).fragment();
          case INVENTORY -> new InventoryView(known, request).fragment();
          case MODELS -> new ModelsView(known, request).fragment();
          case COST -> cost(known, request);
          case COVERAGE -> new CoverageView(known, request, coverage).fragment();
        };
    return render("frame.jte", new Frame(request, Notice.of(coverage, request), content(fragment)));
  }

  private Fragment cost(LedgerReader known, DashboardRequest request) {
    Prices valid;
    try {
      valid = prices.get();
    } catch (InvalidPricesException e) {
      var problem = String.valueOf(e.getMessage());
      return new Fragment("message.jte", new Message("The list prices cannot be used", problem));
    }
    return new CostView(known, request, valid).fragment();
  }

  /** The style that every view contains, without its tags. */
  public static String style() {
    var output = new StringOutput();
    TEMPLATES.render("tag/style.jte", Map.of(), output);
    return output.toString().replaceAll("</?style>", "").strip();
  }

  /** The HTML of a message instead of a view. */
  public static String message(DashboardRequest request, String title, String message) {
    return render(
        "frame.jte",
        new Frame(
            request,
            Notice.NONE,
            content(new Fragment("message.jte", new Message(title, message)))));
  }

  /**
   * What surrounds every view.
   *
   * @param request the request
   * @param notice what is incomplete or old
   * @param content the view
   */
  public record Frame(DashboardRequest request, Notice notice, Content content) {}

  /**
   * A message instead of a view.
   *
   * @param title the heading
   * @param text what is wrong, and how to fix it
   */
  public record Message(String title, String text) {}

  private static Content content(Fragment fragment) {
    return output -> TEMPLATES.render(fragment.template(), fragment.model(), output);
  }

  private static String render(String template, Object model) {
    var output = new StringOutput();
    TEMPLATES.render(template, model, output);
    return output.toString();
  }
}
