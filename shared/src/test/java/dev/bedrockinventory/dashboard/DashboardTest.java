package dev.bedrockinventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.LocalTable;
import dev.bedrockinventory.query.ExampleHistory;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every view follows the rules of widgets, and the overview shows what there is. */
final class DashboardTest {
  private static final LocalTable TABLE = filled();

  private static LocalTable filled() {
    var table = LocalTable.make();
    ExampleHistory.fill(table);
    return table;
  }

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

  private static String html(Parameters parameters) {
    return new Dashboard(new LedgerReader(TABLE.client(), TABLE.name())).html(request(parameters));
  }
}
