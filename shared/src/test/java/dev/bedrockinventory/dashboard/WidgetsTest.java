package dev.bedrockinventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.LocalTable;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.query.ExampleHistory;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of custom widgets, valid and not. */
final class WidgetsTest {
  private static final MemoryStore TABLE = ExampleHistory.copy();

  private final Widgets widgets =
      new Widgets(TABLE::reader, () -> ExampleHistory.END, Pages.CURSORS);

  @Test
  void aRequestToDescribeItselfIsAnsweredWithMarkdown() {
    var answer = widgets.answer(CanonicalJson.parse("{\"describe\":true}"), "arn");

    assertThat(answer.path("markdown").asText()).contains("``` yaml", "view: overview");
  }

  @Test
  void anEventWithoutParametersShowsTheOverview() {
    assertThat(page("{}").select("h2").eachText()).contains("Needs attention");
  }

  @Test
  void theThemeIsThatOfTheWidget() {
    var page = page("{\"widgetContext\":{\"theme\":\"dark\"}}");

    assertThat(page.select(".bi").attr("data-theme")).isEqualTo("dark");
  }

  @Test
  void fieldsOfAFormCountOnlyIfTheFormIsApplied() {
    var form = "\"widgetContext\":{\"forms\":{\"all\":{\"account\":\"%s\"}}}";

    assertThat(counts("{%s}".formatted(form.formatted("444455556666")))).isEqualTo(counts("{}"));
    assertThat(counts("{\"apply\":true,%s}".formatted(form.formatted("444455556666"))))
        .isNotEqualTo(counts("{}"));
    assertThat(
            counts(
                "{\"account\":\"444455556666\",\"apply\":true,%s}".formatted(form.formatted(""))))
        .isEqualTo(counts("{}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"changes", "inventory", "models", "cost", "coverage"})
  void theFormOfEachViewFiltersByItsFields(String view) {
    var form = page("{\"view\":\"%s\"}".formatted(view)).select("form cwdb-action").text();
    var fields = "\"widgetContext\":{\"forms\":{\"all\":{\"account\":\"444455556666\"}}},";

    var filtered = page(form.replaceFirst("\\{", "{" + fields));

    assertThat(filtered.select("select[name=account] option[selected]").attr("value"))
        .isEqualTo("444455556666");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"view\":\"<script>\"}",
        "{\"account\":\"1\"}",
        "{\"region\":\"US EAST\"}",
        "{\"kind\":\"model\"}",
        "{\"resource\":\"javascript:alert(1)\"}",
        "{\"left\":\"0\"}",
        "{\"widgetContext\":{\"timeRange\":{\"start\":2,\"end\":1}}}",
        "{\"widgetContext\":{\"timeRange\":{\"start\":-1}}}",
        "{\"widgetContext\":{\"timeRange\":{\"end\":\"now\"}}}"
      })
  void anInvalidValueIsAnsweredWithWhatItMustBe(String event) {
    var page = page(event);

    assertThat(page.select("h2").eachText()).containsExactly("This request is not valid");
    assertThat(page.select("p").text()).contains("must");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "1", "{\"widgetContext\":[],\"view\":{}}"})
  void anEventOfAnotherFormShowsTheOverview(String event) {
    assertThat(page(event).select("h2").eachText()).contains("Needs attention");
  }

  @Test
  void aCursorOfAnotherDeploymentIsNotAccepted() {
    var list = Parameters.of(View.CHANGES);
    var forged = new CursorSigner("another deployment").encode(list, "7");

    var page = page("{\"view\":\"changes\",\"after\":\"%s\"}".formatted(forged));

    assertThat(page.text()).contains("This request is not valid", "open the view without it");
  }

  @Test
  void aLedgerThatCannotBeReadIsSaid() {
    var lost =
        new Widgets(
            () ->
                new LedgerReader(
                    new DynamoStore(LocalTable.client(LocalTable.endpoint()), "another-table")),
            () -> ExampleHistory.END,
            Pages.CURSORS);

    var page = Widget.parse(lost.answer(CanonicalJson.parse("{}"), "arn").asText());

    assertThat(page.text()).contains("The ledger cannot be read", "another-table");
  }

  private String counts(String event) {
    return page(event).select(".bi-stat b").eachText().toString();
  }

  private Document page(String event) {
    return Widget.parse(widgets.answer(CanonicalJson.parse(event), "arn").asText());
  }
}
