package dev.bedrockinventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.model.Actors;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.query.ExampleHistory;
import dev.bedrockinventory.query.ExampleScope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every view follows the rules of widgets, and the overview shows what there is. */
final class DashboardTest {
  private static final MemoryStore TABLE = ExampleHistory.copy();

  static DashboardRequest request(Parameters parameters) {
    return new DashboardRequest(
        parameters,
        ExampleHistory.END.minus(Duration.ofDays(30)),
        ExampleHistory.END,
        Optional.of("dark"),
        "arn:aws:lambda:us-east-2:111122223333:function:dashboard",
        ExampleHistory.END,
        Pages.CURSORS);
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void everyViewFollowsTheRulesOfWidgets(View view) {
    Widget.parse(html(Parameters.of(view)));
  }

  @Test
  void theOverviewCountsEachKindAndSaysTheLastChanges() {
    var page = Widget.parse(html(Parameters.of(View.OVERVIEW)));

    assertThat(page.select(".bi-stat b").eachText()).containsExactly("1", "3", "1");
    assertThat(page.select(".bi-groups button").eachText())
        .containsExactly("111122223333 · us-east-2", "444455556666 · us-west-2");
    assertThat(page.select(".bi-groups b").eachText()).containsExactly("4", "1");
    assertThat(page.select("tbody tr").eachText().getFirst())
        .startsWith("2026-11-05 11:00 CREATED billing")
        .endsWith("carol");
    assertThat(page.text()).contains("tag team");
  }

  @Test
  void theUntaggedProfilesThatAreCountedAreThoseThatAreShown() {
    var table = new MemoryStore();
    ExampleHistory.fill(table);
    new ExampleScope(ExampleHistory.ELSEWHERE)
        .put("faraway", "{\"inferenceProfileName\":\"untagged\"}")
        .put("other", "{\"inferenceProfileName\":\"also untagged\"}")
        .put("team", "{\"inferenceProfileName\":\"tagged\",\"tags\":{\"team\":\"search\"}}")
        .sweep(table, "2026-11-05T11:30:00Z");
    new ExampleScope(ExampleHistory.APPLICATION)
        .put("home", "{\"inferenceProfileName\":\"home\"}")
        .sweep(table, "2026-11-05T11:30:00Z");
    var elsewhere = Parameters.of(View.OVERVIEW).with(ViewParameter.ACCOUNT, "444455556666");
    var overview = Widget.parse(html(table, elsewhere));

    var shown = Browser.target(overview, "2 application profiles without tags");

    assertThat(Widget.parse(html(table, shown)).select("tbody td:first-child button").eachText())
        .containsExactly("also untagged", "untagged");
    assertThat(Widget.parse(html(table, Parameters.of(View.OVERVIEW))).text())
        .contains("3 application profiles without tags");
  }

  @Test
  void theFirstDayOfTheChartIsComplete() {
    var reader = TABLE.reader();
    var day = LocalDate.parse("2026-11-04");
    var changes = reader.changes(day).count();

    var page =
        new Pages(
                TABLE, Instant.parse("2026-12-03T23:00:00Z"), Instant.parse("2026-12-03T23:00:00Z"))
            .show(View.OVERVIEW);

    assertThat(changes).isGreaterThan(1);
    assertThat(
            page.select("svg title").eachText().stream()
                .filter(title -> title.startsWith(day + ": "))
                .mapToLong(title -> Long.parseLong(title.split(" ", -1)[1]))
                .sum())
        .isEqualTo(changes);
  }

  @Test
  void theOverviewShowsTheLastRefusedCallsOfTheSelectedScopes() {
    var table = new MemoryStore();
    ExampleHistory.fill(table);
    var ledger = table.ledger();
    var last = ExampleHistory.END.minusSeconds(60);
    for (var number = 1; number <= 7; number++) {
      ledger.save(refused("call" + number, last.minusSeconds(7 - number), ExampleHistory.SEARCH));
      ledger.save(refused("call" + number, last.minusSeconds(7 - number), ExampleHistory.SEARCH));
    }
    ledger.save(refused("old", last.minus(Duration.ofDays(31)), ExampleHistory.SEARCH));

    var page = Widget.parse(html(table, Parameters.of(View.OVERVIEW)));
    var elsewhere = Parameters.of(View.OVERVIEW).with(ViewParameter.ACCOUNT, "444455556666");

    assertThat(page.select("h2").eachText()).contains("Refused attempts, last 30 days: 8");
    assertThat(Browser.rows(page, "Error"))
        .hasSize(5)
        .allSatisfy(row -> assertThat(row).contains("AccessDenied: not authorized", "mallory"))
        .satisfies(rows -> assertThat(rows.getFirst()).contains("call7"));
    assertThat(Widget.parse(html(table, elsewhere)).text()).doesNotContain("Refused attempts");
  }

  @Test
  void theOverviewNamesTheCallersWhoseRefusedCallsAreNotAllStored() {
    var table = ExampleHistory.copy();
    for (var number = 0; number < 130; number++) {
      var at = ExampleHistory.END.minusSeconds(number);
      table.ledger().save(refused("call" + number, at, ExampleHistory.SEARCH));
    }

    assertThat(Widget.parse(html(table, Parameters.of(View.OVERVIEW))).select("p").eachText())
        .contains(
            "2026-11-05: 130 refused calls of arn:aws:iam::111122223333:user/mallory, of which the"
                + " first 100 are stored");
  }

  private static Evidence refused(String id, Instant at, Arn arn) {
    return new Evidence(
        arn,
        id,
        "Delete" + id,
        at,
        Actors.user("arn:aws:iam::111122223333:user/mallory"),
        "203.0.113.7",
        "aws-cli/2.31",
        "request-" + id,
        Optional.of(new Evidence.Refusal("AccessDenied", "not authorized")),
        Optional.empty(),
        Map.of());
  }

  private static String html(Parameters parameters) {
    return html(TABLE, parameters);
  }

  private static String html(MemoryStore table, Parameters parameters) {
    return new Dashboard(table.reader()).html(request(parameters));
  }
}
