package dev.bedrockinventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.ledger.Query;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.query.Changes;
import dev.bedrockinventory.query.ExampleHistory;
import dev.bedrockinventory.query.ExampleScope;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.query.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feed of changes: each filter, the pages, and what is not read. */
final class ChangesViewTest {
  private static final Parameters ALL = Parameters.of(View.CHANGES);
  private static final MemoryStore TABLE = ExampleHistory.copy();
  private static final Browser BROWSER =
      new Browser(TABLE, ExampleHistory.END.minus(Duration.ofDays(30)), ExampleHistory.END);

  @Test
  void theChangesAreListedNewestFirstWithWhoAndWhat() {
    var rows = rows(ALL);

    assertThat(rows).hasSize(6);
    assertThat(rows.getFirst()).startsWith("2026-11-05 11:00 CREATED billing").endsWith("carol");
    assertThat(rows.get(1)).contains("US Nova Lite", "destination us-west-2 added", "unknown");
    assertThat(rows.getLast())
        .startsWith("2026-11-04 10:00 UPDATED search")
        .contains("tag team: alice → carol")
        .contains("111122223333 · us-east-2 · application-inference-profile")
        .endsWith("alice");
  }

  @Test
  void eachFilterSelectsItsChanges() {
    assertThat(rows(ALL.with(ViewParameter.ACCOUNT, "444455556666"))).isEmpty();
    assertThat(rows(ALL.with(ViewParameter.REGION, "us-east-2"))).hasSize(6);
    assertThat(rows(ALL.with(ViewParameter.KIND, "imported-model")))
        .singleElement()
        .asString()
        .contains("llama", "custom model units per copy: 2 → 3");
    assertThat(rows(ALL.with(ViewParameter.CHANGE, "DELETED"))).hasSize(2);
    assertThat(rows(ALL.with(ViewParameter.DAY, "2026-11-05"))).hasSize(2);
    assertThat(rows(ALL.with(ViewParameter.TAG, "team")))
        .singleElement()
        .asString()
        .contains("search");
    assertThat(rows(ALL.with(ViewParameter.TAG, "tea"))).isEmpty();
  }

  @Test
  void theTextMatchesNameIdArnAndFieldsInAnyCase() {
    assertThat(rows(ALL.with(ViewParameter.TEXT, "nova LITE"))).hasSize(1);
    assertThat(rows(ALL.with(ViewParameter.TEXT, "abcdefghijkl"))).hasSize(1);
    assertThat(rows(ALL.with(ViewParameter.TEXT, ":imported-model/"))).hasSize(1);
    assertThat(rows(ALL.with(ViewParameter.TEXT, "destination us-west-2"))).hasSize(1);
    assertThat(rows(ALL.with(ViewParameter.TEXT, "nowhere"))).isEmpty();
  }

  @Test
  void thePersonMatchesTheCallersOfTheChange() {
    assertThat(rows(ALL.with(ViewParameter.PERSON, "CAROL")))
        .singleElement()
        .asString()
        .contains("CREATED billing");
    assertThat(rows(ALL.with(ViewParameter.PERSON, "user/bob"))).hasSize(1);
    assertThat(rows(ALL.with(ViewParameter.PERSON, "nobody"))).isEmpty();
  }

  @Test
  void theFormAppliesFiltersAndKeepsTheDay() {
    var day = BROWSER.click(BROWSER.open(ALL), "4 Nov: 4");

    var page =
        BROWSER.submit(
            day, "Apply", Map.of(ViewParameter.CHANGE, "DELETED", ViewParameter.TEXT, "billing"));

    assertThat(Browser.rows(day, "Who")).hasSize(4);
    assertThat(Browser.rows(page, "Who")).singleElement().asString().contains("DELETED billing");
    assertThat(page.select("select[name=change] option[selected]").text()).isEqualTo("DELETED");
    assertThat(page.select("input[name=text]").attr("value")).isEqualTo("billing");
  }

  @Test
  void eachActiveFilterIsAChipThatRemovesIt() {
    var page =
        BROWSER.open(ALL.with(ViewParameter.CHANGE, "DELETED").with(ViewParameter.TEXT, "billing"));

    var withoutText = BROWSER.click(page, "Text: billing ✕");

    assertThat(Browser.rows(withoutText, "Who")).hasSize(2);
    assertThat(Browser.has(withoutText, "Text: billing ✕")).isFalse();
    assertThat(Browser.has(withoutText, "Change: DELETED ✕")).isTrue();
    assertThat(Browser.rows(BROWSER.click(page, "Remove all filters"), "Who")).hasSize(6);
  }

  @Test
  void theChartCountsTheChangesOfTheRange() {
    var page = BROWSER.open(ALL.with(ViewParameter.CHANGE, "DELETED"));

    assertThat(page.select("svg").attr("aria-label"))
        .isEqualTo("Changes a day: 2 in all, at most 2 a day");
    assertThat(page.select("rect title").eachText()).containsExactly("2026-11-04: 2 DELETED");
  }

  @Test
  void theResourceOfARowOpensItsView() {
    var page = BROWSER.click(BROWSER.open(ALL), "billing");

    assertThat(page.text()).contains(ExampleHistory.BILLING.text(), "Timeline");
  }

  @Test
  void anEmptyLedgerHasNoChanges() {
    var empty = new MemoryStore();

    var page = new Browser(empty, BROWSER.since(), BROWSER.until()).open(ALL);

    assertThat(page.text()).contains("No changes match in this time range.");
  }

  @Test
  void aLongRangeStaysSmall() {
    var page = new Browser(TABLE, Instant.EPOCH, ExampleHistory.END).open(ALL);

    assertThat(page.text()).contains("The chart shows the last 90 days of the range.");
    assertThat(Browser.rows(page, "Who")).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "not base64 ☃",
        "MjAyNg",
        "AAAA",
        "MjAyNi0xMS0wNFQxMDowMDowMFogMSBub3RhbmFybg"
      })
  void anInvalidPositionIsAnInvalidParameter(String position) {
    assertThatThrownBy(() -> BROWSER.open(ALL.with(ViewParameter.AFTER, position)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("'after' must be a position");
  }

  @Test
  void aPositionIsParsedToItself() {
    var position =
        new ChangePosition(Instant.parse("2026-11-04T10:00:00.007Z"), ExampleHistory.SEARCH, 12);

    assertThat(ChangePosition.parse(position.text())).isEqualTo(position);
  }

  @Test
  void pagesNeitherLoseNorRepeatChangesWhileOthersAreRecorded() {
    var seed = new Random().nextLong();
    var random = new Random(seed);
    var table = new MemoryStore();
    var stage = new ExampleScope(ExampleHistory.APPLICATION);
    var other = new ExampleScope(ExampleHistory.ELSEWHERE);
    var at = Instant.parse("2026-10-31T22:00:00Z");
    for (var sweep = 0; sweep < 9; sweep++) {
      change(stage, random, sweep).sweep(table, at.toString());
      change(other, random, sweep).sweep(table, at.toString());
      at = at.plus(Duration.ofMinutes(20 + random.nextInt(600)));
    }
    var browser = new Browser(table, Instant.parse("2026-10-30T00:00:00Z"), at.plusSeconds(86_400));
    var tagged = ALL.with(ViewParameter.TAG, "even");
    var all = expected(browser);

    var pages = pages(browser, browser.open(ALL));
    var first = browser.open(tagged);
    change(stage, random, 10).sweep(table, at.toString());
    var taggedRows = pages(browser, first);

    assertThat(all).as("seed %d", seed).hasSizeGreaterThan(2 * ChangePageReader.ROWS);
    assertThat(pages).as("seed %d", seed).doesNotHaveDuplicates().hasSameElementsAs(all);
    assertThat(pages).as("seed %d", seed).isSortedAccordingTo((a, b) -> time(b).compareTo(time(a)));
    assertThat(taggedRows).as("seed %d", seed).doesNotHaveDuplicates().isSubsetOf(all);
  }

  private static ExampleScope change(ExampleScope stage, Random random, int sweep) {
    for (var index = 0; index < 30; index++) {
      if (random.nextBoolean()) {
        stage.put(
            "profile" + index,
            "{\"tags\":{\"%s\":\"%d\"}}".formatted(sweep % 2 == 0 ? "even" : "odd", sweep));
      } else if (random.nextInt(6) == 0) {
        stage.remove("profile" + index);
      }
    }
    return stage;
  }

  /** The changes as their rows show them: each resource changes at most once a minute. */
  private static List<String> expected(Browser browser) {
    return new Changes(browser.reader())
        .unattributed(Period.ALWAYS, Filter.ALL, Set.of())
        .map(change ->
            change.observedAt().toString().substring(0, 16).replace('T', ' ') + " " + change.arn())
        .toList();
  }

  private static List<String> pages(Browser browser, Document first) {
    var rows = new ArrayList<String>();
    for (var page = first; ; page = browser.click(page, "Older")) {
      var shown = shown(page);
      rows.addAll(shown);
      if (!Browser.has(page, "Older")) {
        return rows;
      }
      assertThat(shown).hasSize(ChangePageReader.ROWS);
    }
  }

  private static List<String> shown(Document page) {
    return page.select("tbody tr").stream()
        .map(row ->
            row.select("time").text()
                + " "
                + Browser.target(row.select("button").getFirst()).text(ViewParameter.RESOURCE))
        .toList();
  }

  private static String time(String row) {
    return row.substring(0, 16);
  }

  @Test
  void aSearchEndsInTimeAndContinuesOnTheNextPage() {
    var found = new ArrayList<String>();
    var parameters = ALL.with(ViewParameter.PERSON, "bob");
    var pages = 0;
    while (parameters.find(ViewParameter.AFTER).isPresent() || pages == 0) {
      var view = new ChangesView(BROWSER.reader(), BROWSER.request(parameters), 2);
      var page = ((ChangesView.Model) view.fragment().model()).page();
      page.rows().forEach(row -> found.add(row.resource().label()));
      assertThat(page.searchedUntil().isEmpty()).isEqualTo(page.older().isEmpty());
      parameters =
          page.older()
              .map(older -> CanonicalJson.parse(older.json()).path("after").asText())
              .map(after -> ALL.with(ViewParameter.PERSON, "bob").with(ViewParameter.AFTER, after))
              .orElse(ALL);
      pages++;
    }

    assertThat(found).containsExactly("billing");
    assertThat(pages).isEqualTo(3);
  }

  @Test
  void onlyWhatTheCheapFiltersLeaveIsRead() {
    var log = new RequestLog(TABLE);
    var browser = new Browser(log, BROWSER.since(), BROWSER.until());

    browser.open(ALL.with(ViewParameter.TAG, "team").with(ViewParameter.PERSON, "bob"));

    assertThat(log.reads())
        .asString()
        .contains("RESOURCE#" + ExampleHistory.SEARCH)
        .doesNotContain(
            Stream.of(
                    ExampleHistory.BILLING,
                    ExampleHistory.CHAT,
                    ExampleHistory.LITE,
                    ExampleHistory.LLAMA)
                .flatMap(arn -> Stream.of(arn.text(), "#" + arn.id()))
                .toList());
  }

  @Test
  void onlyTheChangesOfThePageAreReadInFull() {
    var log = new RequestLog(TABLE);
    var browser = new Browser(log, BROWSER.since(), BROWSER.until());

    var page = browser.open(ALL.with(ViewParameter.DAY, "2026-11-05"));

    assertThat(log.queries().filter(query -> query.source() == Query.Source.CHANGES))
        .hasSizeGreaterThan(1)
        .noneMatch(query -> query.attributes().isEmpty());
    assertThat(log.found().filter(found -> !found.attributes().isEmpty()))
        .singleElement()
        .satisfies(found -> assertThat(found.keys()).hasSameSizeAs(Browser.rows(page, "Who")));
  }

  private static List<String> rows(Parameters parameters) {
    return Browser.rows(BROWSER.open(parameters), "Who");
  }
}
