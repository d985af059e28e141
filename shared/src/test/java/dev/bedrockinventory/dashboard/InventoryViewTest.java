package dev.bedrockinventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.query.ExampleHistory;
import dev.bedrockinventory.query.ExampleScope;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The inventory shows what existed at the end of the time range. */
final class InventoryViewTest {
  private static final Scope MANY =
      new Scope("777788889999", "eu-west-1", Kind.APPLICATION_INFERENCE_PROFILE);
  private static final Parameters INVENTORY = Parameters.of(View.INVENTORY);
  private static final MemoryStore TABLE = ExampleHistory.copy();

  private static final Pages NOW = at(ExampleHistory.END);

  @Test
  void resourcesAreGroupedByAccountAndRegion() {
    var page = NOW.show(INVENTORY);

    assertThat(page.select(".bi-group").eachText())
        .containsExactly("111122223333 · us-east-2 4", "444455556666 · us-west-2 1");
    assertThat(names(page)).containsExactly("billing", "llama", "search", "US Nova Lite", "search");
    assertThat(page.select("h2").eachText()).contains("Inventory: 5 resources now");
  }

  @Test
  void resourcesAreGroupedByKind() {
    var page = NOW.show(INVENTORY.with(ViewParameter.GROUP, "kind"));

    assertThat(page.select(".bi-group").eachText())
        .containsExactly(
            "application-inference-profile 3", "imported-model 1", "system-inference-profile 1");
  }

  @Test
  void aGroupShowsOnlyItsResources() {
    var page = NOW.show(INVENTORY);

    var group = NOW.show(Pages.action(page, "444455556666 · us-west-2"));

    assertThat(names(group)).containsExactly("search");
    assertThat(group.select("option[selected]").eachText())
        .containsExactly("444455556666", "us-west-2", "all", "all", "account and region");
  }

  @ParameterizedTest
  @CsvSource({
    "ACCOUNT, 444455556666, search",
    "REGION, us-west-2, search",
    "REGION, eu-west-1, ''",
    "KIND, imported-model, llama",
    "TAG, team, billing search search",
    "TAG, tea, ''",
    "TAGGED, yes, billing search search",
    "TAGGED, no, llama",
    "TEXT, ABCDEFGHIJKL, llama",
    "TEXT, bill, billing",
    "TEXT, Carol, search search",
    "TEXT, nova-pro, billing search search"
  })
  void eachFilterSelectsResources(ViewParameter parameter, String value, String expected) {
    var page = NOW.show(INVENTORY.with(parameter, value));

    assertThat(names(page))
        .containsExactlyElementsOf(
            Arrays.stream(expected.split(" ")).filter(name -> !name.isEmpty()).toList());
    assertThat(value(page, parameter)).isEqualTo(value);
  }

  @Test
  void theResourcesWithoutATagKeyAreThoseThatCouldHaveIt() {
    var table = new MemoryStore();
    ExampleHistory.fill(table);
    profiles(1).sweep(table, "2026-11-05T11:00:00Z");
    var tagged = INVENTORY.with(ViewParameter.TAG, "team");
    var pages = new Pages(table, ExampleHistory.END, ExampleHistory.END);

    assertThat(names(pages.show(tagged.with(ViewParameter.TAGGED, "no"))))
        .containsExactly("llama", "name 000");
    assertThat(names(pages.show(tagged.with(ViewParameter.TAGGED, "yes"))))
        .containsExactly("billing", "search", "search");
  }

  @Test
  void filtersAreAppliedByAButtonWithTheFieldsOfTheForm() {
    var form = NOW.show(INVENTORY).select("form");

    assertThat(form.select("label > input, label > select").eachAttr("name"))
        .containsExactly("account", "region", "kind", "tag", "tagged", "text", "group");
    assertThat(form.select("button + cwdb-action[action=call]").text())
        .isEqualTo("{\"apply\":true,\"view\":\"inventory\"}");
  }

  @Test
  void anInventoryOfThePastHasWhatWasDeletedLater() {
    var page = at("2026-11-04T10:59:59.999Z").show(INVENTORY);

    assertThat(names(page))
        .containsExactly("billing", "chat", "llama", "search", "US Nova Lite", "search");
    assertThat(page.select("h2").getFirst().text()).endsWith("6 resources at 2026-11-04 10:59 UTC");
  }

  @Test
  void anInventoryOfThePastLacksWhatWasCreatedLater() {
    assertThat(names(at("2026-11-05T10:59:59Z").show(INVENTORY))).doesNotContain("billing");
    assertThat(names(at("2026-11-05T11:00:00Z").show(INVENTORY))).contains("billing");
  }

  @Test
  void anInventoryOfThePastHasTheValuesOfThen() {
    var page = at("2026-11-03T12:00:00Z").show(INVENTORY.with(ViewParameter.TEXT, "search"));

    assertThat(page.select(".bi-chip").eachText()).containsExactly("team: alice", "team: carol");
    assertThat(page.select("tbody time").eachText())
        .containsExactly("2026-11-03 10:00", "2026-11-03 10:00");
    assertThat(names(at("2026-11-03T12:00:00Z").show(INVENTORY.with(ViewParameter.TEXT, "bob"))))
        .containsExactly("billing", "chat");
  }

  @Test
  void aResourceWithoutTagsIsMarkedUnlessItCannotHaveAny() {
    var page = NOW.show(INVENTORY);

    assertThat(page.select("tr:has(.bi-warn)").eachText())
        .singleElement()
        .asString()
        .startsWith("llama")
        .contains("untagged");
  }

  @Test
  void aResourceIsShownByItsName() {
    var shown = Pages.action(NOW.show(INVENTORY), "llama");

    assertThat(shown.view()).isEqualTo(View.RESOURCE);
    assertThat(shown.text(ViewParameter.RESOURCE)).isEqualTo(ExampleHistory.LLAMA.text());
  }

  @Test
  void resourcesOfARegionAreInTheOrderOfTheirNames() {
    var table = new MemoryStore();
    new ExampleScope(ExampleHistory.APPLICATION)
        .put("a", named("beta"))
        .put("b", named("Alpha"))
        .put("c", named("beta"))
        .put("d", named("gamma"))
        .sweep(table, "2026-11-05T11:00:00Z");
    new ExampleScope(ExampleHistory.IMPORTED)
        .put("e", "{\"modelName\":\"Bravo\"}")
        .sweep(table, "2026-11-05T11:00:00Z");

    var page = new Pages(table, ExampleHistory.END, ExampleHistory.END).show(INVENTORY);

    assertThat(names(page)).containsExactly("Alpha", "beta", "beta", "Bravo", "gamma");
    assertThat(arns(page)).satisfies(all -> assertThat(all.get(1)).contains("profile/a"));
  }

  /** Names that are equal, unequal only in case or behind a cut, empty, or of several words. */
  private static List<String> names(int count) {
    var forms =
        List.of("name %d", "NAME %d", "same", "x".repeat(99) + "😀%d", "y".repeat(150) + "%d", "");
    return IntStream.range(0, count)
        .mapToObj(number -> forms.get(number % forms.size()).formatted(number / 2))
        .toList();
  }

  private static String named(String name) {
    return "{\"inferenceProfileName\":\"%s\"}".formatted(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"place", "kind"})
  void pagesLoseAndRepeatNothing(String group) {
    var table = new MemoryStore();
    var scope = new ExampleScope(MANY);
    var names = names(230);
    for (var number = 0; number < names.size(); number++) {
      scope.put("id%03d".formatted(number * 97 % 230), named(names.get(number)));
    }
    scope.sweep(table, "2026-11-05T11:00:00Z");
    ExampleHistory.fill(table);
    var history = new Pages(table, ExampleHistory.END, ExampleHistory.END);

    var pages = history.all(INVENTORY.with(ViewParameter.GROUP, group));

    assertThat(pages).hasSize(3);
    assertThat(pages).allSatisfy(page -> assertThat(page.select("h2").text()).contains("235 res"));
    assertThat(pages.stream().flatMap(page -> arns(page).stream()))
        .doesNotHaveDuplicates()
        .hasSize(235);
    assertThat(
            pages.stream()
                .flatMap(page -> names(page).stream())
                .filter(name -> name.matches("(?i)name \\d+|same")))
        .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    assertThat(Pages.action(pages.getLast(), "First page").find(ViewParameter.AFTER)).isEmpty();
  }

  @Test
  void theNextPageBeginsBehindARowThatWasDeletedInTheMeantime() {
    var table = new MemoryStore();
    var scope = profiles(120);
    scope.sweep(table, "2026-11-05T11:00:00Z");
    var now = new Pages(table, ExampleHistory.END, ExampleHistory.END);
    var first = now.show(INVENTORY);

    scope.remove("id900").sweep(table, "2026-11-05T11:30:00Z");
    var second = now.show(Pages.action(first, "Next"));

    assertThat(names(first)).last().isEqualTo("name 099");
    assertThat(names(second)).hasSize(20).first().isEqualTo("name 100");
  }

  @Test
  void manyLongTagsAreCut() {
    var table = new MemoryStore();
    var tags =
        IntStream.range(0, 50)
            .mapToObj(number -> "\"key%d\":\"%s\"".formatted(number, "v".repeat(256)))
            .collect(Collectors.joining(","));
    var scope = new ExampleScope(ExampleHistory.APPLICATION);
    IntStream.range(0, 100)
        .forEach(number -> scope.put("id" + number, "{\"tags\":{%s}}".formatted(tags)));
    scope.sweep(table, "2026-11-05T11:00:00Z");

    var page = new Pages(table, ExampleHistory.END, ExampleHistory.END).show(INVENTORY);

    assertThat(page.select("tr").get(2).select(".bi-chip")).hasSize(8);
    assertThat(page.select("tr").get(2).text()).contains("and 42 more");
  }

  @Test
  void anInvalidPositionIsRefused() {
    assertThatThrownBy(() -> NOW.show(INVENTORY.with(ViewParameter.AFTER, "somewhere")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("'after'");
  }

  private static ExampleScope profiles(int count) {
    var scope = new ExampleScope(MANY);
    for (var number = 0; number < count; number++) {
      scope.put("id%03d".formatted(999 - number), named("name %03d".formatted(number)));
    }
    return scope;
  }

  private static Pages at(String until) {
    return at(Instant.parse(until));
  }

  private static Pages at(Instant until) {
    return new Pages(TABLE, until, ExampleHistory.END);
  }

  private static List<String> names(Document page) {
    return page.select("tbody td:first-child button").eachText();
  }

  private static List<String> arns(Document page) {
    return page.select("tbody td:first-child cwdb-action").eachText();
  }

  private static String value(Document page, ViewParameter parameter) {
    var field = page.select("[name=" + parameter.key() + "]");
    return field.hasAttr("value")
        ? field.attr("value")
        : field.select("option[selected]").attr("value");
  }
}
