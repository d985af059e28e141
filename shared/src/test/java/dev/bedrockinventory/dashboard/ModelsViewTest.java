package dev.bedrockinventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.query.ExampleScope;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The matrix shows which profiles reach which models, from where to where. */
final class ModelsViewTest {
  private static final Instant NOW = Instant.parse("2026-11-05T12:00:00Z");
  private static final Parameters MODELS = Parameters.of(View.MODELS);
  private static final String LITE = "us.amazon.nova-lite-v1:0";
  private static final MemoryStore TABLE = filled();

  private static MemoryStore filled() {
    var table = new MemoryStore();
    system("us-east-1")
        .put(LITE, models("amazon.nova-lite-v1:0", "us-east-1", "us-east-2"))
        .put("global.anthropic.claude", models("anthropic.claude", "us-east-1", ""))
        .put("us.meta.llama", models("meta.llama", "us-east-1", "us-east-2"))
        .sweep(table, "2026-11-03T10:00:00Z");
    var ohio = system("us-east-2").put(LITE, models("amazon.nova-lite-v1:0", "us-east-2"));
    ohio.sweep(table, "2026-11-03T10:00:00Z");
    ohio.remove(LITE).sweep(table, "2026-11-04T11:30:00Z");
    system("ca-central-1")
        .put(LITE, models("amazon.nova-lite-v1:0", "ca-central-1", "us-east-1"))
        .sweep(table, "2026-11-03T10:00:00Z");
    system("ap-northeast-1")
        .put("jp.amazon.nova-lite-v1:0", models("amazon.nova-lite-v1:0", "ap-northeast-1"))
        .sweep(table, "2026-11-03T10:00:00Z");
    new ExampleScope(new Scope("444455556666", "us-east-1", Kind.APPLICATION_INFERENCE_PROFILE))
        .put("one", models("meta.llama", "us-east-1"))
        .put("two", models("meta.llama", "us-east-1"))
        .sweep(table, "2026-11-03T10:00:00Z");
    new ExampleScope(new Scope("444455556666", "us-east-1", Kind.IMPORTED_MODEL))
        .put("abcdefghijkl", "{\"modelName\":\"mine\"}")
        .sweep(table, "2026-11-03T10:00:00Z");
    return table;
  }

  private static final Pages PAGES = new Pages(TABLE, NOW, NOW);

  @Test
  void modelsThatAreReachedOutsideAGeographyComeFirst() {
    assertThat(models(PAGES.show(MODELS)))
        .containsExactly("amazon.nova-lite-v1:0", "anthropic.claude", "meta.llama");
  }

  @Test
  void profilesThatLeaveTheirGeographyAreMarkedAndComeFirst() {
    var page = PAGES.show(MODELS);

    assertThat(page.select(".bi-mx td:first-child button").eachText())
        .containsExactly(
            LITE,
            "jp.amazon.nova-lite-v1:0",
            "global.anthropic.claude",
            "us.meta.llama",
            "2 application profiles");
    assertThat(page.select(".bi-mx .bi-warn").eachText())
        .containsExactly("leaves its geography from ca-central-1", "leaves every geography");
  }

  @Test
  void aCellIsASourceADestinationOrBoth() {
    var page = PAGES.show(MODELS);

    assertThat(cells(page, LITE))
        .contains("us-east-1: source, destination", "ca-central-1: source, destination");
    assertThat(cells(page, "us.meta.llama"))
        .containsExactly("us-east-1: source, destination", "us-east-2: destination");
    assertThat(cells(page, "global.anthropic.claude"))
        .containsExactly("us-east-1: source, destination", "any region: destination");
    assertThat(cells(page, "2 application profiles"))
        .containsExactly("us-east-1: source of 2 profiles, destination");
  }

  @Test
  void theColumnsAreTheRegionsAndAnyRegionComesLast() {
    var page = PAGES.show(MODELS);

    assertThat(page.select(".bi-mx thead th").eachText())
        .containsExactly(
            "Model and profile",
            "ap-northeast-1",
            "ca-central-1",
            "us-east-1",
            "us-east-2",
            "any region");
    assertThat(page.select(".bi-mx tbody tr:has(td)"))
        .allMatch(row -> row.select("td").size() == 6);
  }

  @Test
  void aSystemProfileThatVanishedShowsWhereAndWhen() {
    var page = PAGES.show(MODELS);

    assertThat(cells(page, LITE)).contains("us-east-2: destination, deleted 2026-11-04 11:30");
    assertThat(page.select("section").getLast().select("td").eachText())
        .element(1)
        .isEqualTo("111122223333 · us-east-2");
    assertThat(page.select("section").getLast().select("time").text())
        .isEqualTo("2026-11-04 11:30");
  }

  @Test
  void aProfileThatVanishedLaterIsStillASource() {
    var before = new Pages(TABLE, Instant.parse("2026-11-04T11:00:00Z"), NOW).show(MODELS);

    assertThat(cells(before, LITE)).contains("us-east-2: source, destination");
    assertThat(before.text()).doesNotContain("vanished");
  }

  @Test
  void theSourceRegionAndATextSelectProfiles() {
    var canada = PAGES.show(MODELS.with(ViewParameter.REGION, "ca-central-1"));

    assertThat(cells(canada, LITE))
        .containsExactly("ca-central-1: source, destination", "us-east-1: destination");
    assertThat(models(PAGES.show(MODELS.with(ViewParameter.TEXT, "LLAMA"))))
        .containsExactly("meta.llama");
    assertThat(models(PAGES.show(MODELS.with(ViewParameter.TEXT, "jp."))))
        .containsExactly("amazon.nova-lite-v1:0");
    assertThat(PAGES.show(MODELS.with(ViewParameter.TEXT, "none")).text())
        .contains("No model matches.");
  }

  @Test
  void theNameOfAProfileShowsItInTheInventory() {
    var page = PAGES.show(Pages.action(PAGES.show(MODELS), "2 application profiles"));

    assertThat(page.select("h2").getFirst().text()).contains("2 resources");
  }

  @Test
  void pagesLoseAndRepeatNoModel() {
    var table = new MemoryStore();
    var scope = system("us-east-1");
    for (var number = 0; number < 130; number++) {
      var destination = number % 3 == 0 ? "eu-west-1" : "us-east-2";
      scope.put("us.model-" + number, models("model-" + number, "us-east-1", destination));
    }
    scope.sweep(table, "2026-11-05T11:00:00Z");

    var pages = new Pages(table, NOW, NOW).all(MODELS);

    assertThat(pages).hasSize(3);
    assertThat(pages.stream().flatMap(page -> models(page).stream()))
        .doesNotHaveDuplicates()
        .hasSize(130);
    assertThat(models(pages.getFirst()).subList(0, 44))
        .allMatch(model -> Integer.parseInt(model.substring(6)) % 3 == 0);
  }

  private static ExampleScope system(String region) {
    return new ExampleScope(new Scope("111122223333", region, Kind.SYSTEM_INFERENCE_PROFILE));
  }

  private static String models(String model, String... regions) {
    return Arrays.stream(regions)
        .map(region ->
            "{\"modelArn\":\"arn:aws:bedrock:%s::foundation-model/%s\"}".formatted(region, model))
        .collect(Collectors.joining(",", "{\"models\":[", "]}"));
  }

  private static List<String> models(Document page) {
    return page.select(".bi-mx tbody th").eachText();
  }

  /** The titles of the cells in the row of a profile. */
  private static List<String> cells(Document page, String profile) {
    return page.select(".bi-mx tr").stream()
        .filter(row -> row.select("button").text().equals(profile))
        .flatMap(row -> row.select("s").eachAttr("title").stream())
        .toList();
  }
}
