package dev.bedrockinventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.cost.CostEstimator;
import dev.bedrockinventory.cost.ExamplePrices;
import dev.bedrockinventory.cost.UnitHistory;
import dev.bedrockinventory.cost.UnitStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A row states only what is known, for any data. */
final class CostRowTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final CostEstimator ESTIMATOR =
      new CostEstimator(ExamplePrices.PRICES, LocalDate.parse("2026-11-26"));

  @Test
  void noTextTurnsTheDirection() {
    var row =
        row(ExamplePrices.members("Llama\u202e", 3, "v1\u200f").replace("reader", "\u2067"), false);

    assertThat(row.name() + row.facts() + row.missing() + row.steps())
        .contains("Llama\ufffd", "v1\ufffd", "invoice-\ufffd")
        .doesNotContainPattern("[\u202e\u200f\u2067]");
  }

  @Test
  void theFirstStepIsOlderThanItsDayIfEarlierRevisionsWereNotRead() {
    var members = ExamplePrices.members("LlamaForCausalLM", 3, "v1.0");
    var deleted = new CostRow.Step("since", "26 Nov 2026", "deleted");

    assertThat(row(members, true).steps())
        .containsExactly(deleted, new CostRow.Step("before", "25 Nov 2026", "3 units v1.0"));
    assertThat(row(members, false).steps())
        .containsExactly(deleted, new CostRow.Step("since", "25 Nov 2026", "3 units v1.0"));
  }

  private static CostRow row(String members, boolean hasEarlier) {
    var model = ESTIMATOR.of(ExamplePrices.model(members));
    var first = new UnitStep(NOW.minusSeconds(86_400), false, model.units(), Optional.empty());
    var last = new UnitStep(NOW, true, Optional.empty(), Optional.empty());
    var request =
        new DashboardRequest(
            Parameters.of(View.COST),
            NOW,
            NOW,
            Optional.empty(),
            Pages.ENDPOINT,
            NOW,
            Pages.CURSORS);
    return CostRow.of(model, new UnitHistory(List.of(first, last), hasEarlier), request, NOW);
  }
}
