package dev.bedrockinventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.cost.ExamplePrices;
import dev.bedrockinventory.cost.PriceFile;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.query.ExampleHistory;
import dev.bedrockinventory.query.ExampleScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The view shows what imported models cost, with the day of each price, and their units. */
final class CostViewTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final Parameters COST = Parameters.of(View.COST);
  private static final String LLAMA = "LlamaForCausalLM";
  private static final MemoryStore TABLE = filled();

  private static MemoryStore filled() {
    var table = new MemoryStore();
    ExampleHistory.fill(table);
    var virginia = imported("us-east-1");
    virginia
        .put("aaaaaaaaaaaa", ExamplePrices.members(LLAMA, 1, "v1.0"))
        .put("bbbbbbbbbbbb", ExamplePrices.members("Qwen3ForCausalLM", 2, "v1.0"))
        .put("cccccccccccc", "{\"modelName\":\"old-sdk\",\"modelArchitecture\":\"" + LLAMA + "\"}")
        .sweep(table, "2026-05-01T10:00:00Z");
    virginia
        .put("aaaaaaaaaaaa", ExamplePrices.members(LLAMA, 3, "v1.0"))
        .sweep(table, "2026-05-12T10:00:00Z");
    return table;
  }

  @Test
  void aModelHasItsCostsAndTheDaysOfItsPrices() {
    var model = model(show(COST, NOW), "invoice-reader", 0);

    assertThat(model.select(".bi-groups span").eachText())
        .containsExactly(
            "$10.29 an hour for one active copy",
            "$7,513.45 a month if it is always on",
            "$5.85 storage a month");
    assertThat(model.select("p").eachText())
        .contains(
            "111122223333 · us-east-1 · LlamaForCausalLM · 3 units v1.0",
            "$0.05718 a CMU-minute, price of 2026-09-12: us-east-1, Llama, units v1.0",
            "$1.95 a CMU-month, price of 2026-09-13: us-east-1, Llama, units v1.0");
  }

  @Test
  void theStepsShowSinceWhenHowManyUnitsAndTheDifference() {
    var model = model(show(COST, NOW), "invoice-reader", 0);

    assertThat(model.select("li").eachText())
        .containsExactly(
            "since 12 May 2026 3 units v1.0: +$5,008.97 a month if always on",
            "since 1 May 2026 1 unit v1.0");
    assertThat(model.select("svg").attr("aria-label")).contains("2 steps, at most 3");
    assertThat(model.select("svg path").attr("d")).isEqualTo("M34 80H54V16H430");
    assertThat(model.select("svg text").eachText())
        .containsExactly("0", "3", "1 May 2026", "26 Nov 2026");
  }

  @Test
  void whatHasNoPriceNamesTheMissingPart() {
    var page = show(COST, NOW);

    assertThat(model(page, "invoice-reader", 1).select(".bi-warn").eachText())
        .containsExactly("the model family of architecture 'Qwen3ForCausalLM' is unknown");
    assertThat(model(page, "invoice-reader", 1).select(".bi-groups").text())
        .contains("no price an hour", "no price storage a month");
    assertThat(model(page, "old-sdk", 0).select(".bi-warn").eachText())
        .containsExactly("the custom model units are unknown");
    assertThat(model(page, "old-sdk", 0).select("svg path").attr("d")).isEmpty();
  }

  @Test
  void theSumsAreThoseOfAllModelsWithAPrice() {
    var first = Objects.requireNonNull(show(COST, NOW).selectFirst("section:has(form)"));

    assertThat(first.select("h2").text()).isEqualTo("Cost: 4 imported models now");
    assertThat(first.select(".bi-groups span").eachText())
        .containsExactly(
            "8 custom model units of one copy of each",
            "$10.29 an hour for one active copy of each",
            "$5.85 storage a month",
            "3 models without a price of an active copy",
            "3 models without a price of storage");
    assertThat(first.text())
        .contains("Estimates in US dollars from list prices of 2026-09-12 to 2026-09-13.")
        .contains("730 hours");
  }

  @Test
  void theEndOfTheTimeRangeHasItsModelsUnitsAndPrices() {
    var before = show(COST, Instant.parse("2026-05-11T00:00:00Z"));

    assertThat(before.select("h2").getFirst().text())
        .isEqualTo("Cost: 3 imported models at 2026-05-11 00:00 UTC");
    assertThat(model(before, "invoice-reader", 0).select("li").eachText())
        .containsExactly("since 1 May 2026 1 unit v1.0");
    assertThat(model(before, "invoice-reader", 0).select(".bi-warn").eachText())
        .contains(
            "no active-copy price for us-east-1, Llama, units v1.0 on 2026-05-11; the oldest is of"
                + " 2026-09-12");
  }

  @Test
  void anInvalidPriceFileIsReportedInThisViewOnly() {
    var reader = TABLE.reader();
    var dashboard = new Dashboard(reader, () -> PriceFile.read("{}", "my/prices.json"));

    var cost = Widget.parse(dashboard.html(request(COST, NOW)));
    var models = Widget.parse(dashboard.html(request(Parameters.of(View.MODELS), NOW)));

    assertThat(cost.text())
        .contains("The list prices cannot be used", "price file 'my/prices.json'", "restore it");
    assertThat(models.text()).contains("models now").doesNotContain("my/prices.json");
  }

  @Test
  void filtersSelectModels() {
    assertThat(names(show(COST.with(ViewParameter.REGION, "us-east-2"), NOW))).hasSize(1);
    assertThat(names(show(COST.with(ViewParameter.TEXT, "OLD-SDK"), NOW)))
        .containsExactly("old-sdk");
    assertThat(show(COST.with(ViewParameter.ACCOUNT, "444455556666"), NOW).text())
        .contains("No imported model matches.");
  }

  @Test
  void theButtonShowsTheResource() {
    var page = show(COST.with(ViewParameter.TEXT, "old-sdk"), NOW);

    var shown = Pages.action(page, "Resource");

    assertThat(shown.text(ViewParameter.RESOURCE)).endsWith("imported-model/cccccccccccc");
  }

  @Test
  void pagesLoseAndRepeatNoModelAndReadOnlyTheHistoriesThatTheyShow() {
    var table = new MemoryStore();
    var scope = imported("us-east-1");
    for (var number = 0; number < 30; number++) {
      var members = ExamplePrices.members(LLAMA, number + 1, "v1.0");
      scope.put("model%07d".formatted(number), members.replace("reader", "reader-" + number));
    }
    scope.sweep(table, "2026-11-20T10:00:00Z");
    var reader = table.reader();

    var pages = new Pages(table, NOW, NOW).all(COST);
    new Dashboard(reader, () -> ExamplePrices.PRICES).html(request(COST, NOW));

    assertThat(pages).hasSize(3);
    assertThat(pages.stream().flatMap(page -> names(page).stream()))
        .doesNotHaveDuplicates()
        .hasSize(30);
    assertThat(pages).allMatch(page -> page.select("h2").text().startsWith("Cost: 30 imported"));
    assertThat(reader.consumed().read()).isLessThan(12 + 10);
  }

  @Test
  void aModelThatReturnedHasNoUnitsWhileItWasDeleted() {
    var table = new MemoryStore();
    var scope = imported("us-east-1");
    scope
        .put("aaaaaaaaaaaa", ExamplePrices.members(LLAMA, 2, "v1.0"))
        .put("stays", ExamplePrices.members(LLAMA, 2, "v1.0"))
        .sweep(table, "2026-11-01T10:00:00Z");
    scope.remove("aaaaaaaaaaaa").sweep(table, "2026-11-06T10:00:00Z");
    scope
        .put("aaaaaaaaaaaa", ExamplePrices.members(LLAMA, 2, "v1.0"))
        .sweep(table, "2026-11-16T10:00:00Z");

    var model = model(new Pages(table, NOW, NOW).show(COST), "invoice-reader", 0);

    assertThat(model.select("li").eachText())
        .containsExactly(
            "since 16 Nov 2026 2 units v1.0",
            "since 6 Nov 2026 deleted",
            "since 1 Nov 2026 2 units v1.0");
    assertThat(model.select("svg path").attr("d")).isEqualTo("M34 16H112V112H270V16H430");
  }

  private static ExampleScope imported(String region) {
    return new ExampleScope(new Scope("111122223333", region, Kind.IMPORTED_MODEL));
  }

  private static Document show(Parameters parameters, Instant until) {
    var reader = TABLE.reader();
    return Widget.parse(
        new Dashboard(reader, () -> ExamplePrices.PRICES).html(request(parameters, until)));
  }

  private static DashboardRequest request(Parameters parameters, Instant until) {
    return new DashboardRequest(
        parameters,
        until.minus(Duration.ofDays(30)),
        until,
        Optional.empty(),
        Pages.ENDPOINT,
        NOW,
        Pages.CURSORS);
  }

  private static List<String> names(Document page) {
    return page.select(".bi-cost h2 b").eachText();
  }

  /** The section of a model with this name; several may have it. */
  private static Element model(Document page, String name, int index) {
    return page.select(".bi-cost").stream()
        .filter(section -> section.select("h2 b").text().equals(name))
        .skip(index)
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " of " + names(page)));
  }
}
