package dev.bedrockinventory.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.query.ExampleScope;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.query.Inventory;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The units of a model over time are read from its revisions, the last of them. */
final class UnitHistoryTest {
  private static final Scope SCOPE = new Scope("111122223333", "us-east-1", Kind.IMPORTED_MODEL);
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  private static final MemoryStore TABLE = filled();

  private final LedgerReader reader = TABLE.reader();
  private final CostEstimator estimator =
      new CostEstimator(ExamplePrices.PRICES, LocalDate.parse("2026-11-26"));

  private static MemoryStore filled() {
    var table = new MemoryStore();
    var scope = new ExampleScope(SCOPE);
    for (var number = 1; number <= 8; number++) {
      scope
          .put("abcdefghijkl", ExamplePrices.members("LlamaForCausalLM", number, "v1.0"))
          .sweep(table, START.plusSeconds(number).toString());
    }
    return table;
  }

  @Test
  void allStepsAreReadIfThereAreFewRevisions() {
    var model = estimator.of(new Inventory(reader).now(Filter.ALL).findFirst().orElseThrow());

    var history = UnitHistory.read(reader, estimator, model, 8);

    assertThat(history.steps()).hasSize(8);
    assertThat(history.hasEarlier()).isFalse();
    assertThat(history.steps()).noneMatch(history::mayBeOlder);
  }

  @Test
  void onlyTheLastRevisionsAreReadAndTheHistoryIsMarked() {
    var model = estimator.of(new Inventory(reader).now(Filter.ALL).findFirst().orElseThrow());

    var history = UnitHistory.read(reader, estimator, model, 3);

    assertThat(history.steps())
        .extracting(step -> step.units().orElseThrow().perCopy())
        .containsExactly(6, 7, 8);
    assertThat(history.hasEarlier()).isTrue();
    assertThat(history.steps()).map(history::mayBeOlder).containsExactly(true, false, false);
    assertThat(CostJson.of(model, history).path("earlierSteps").asBoolean()).isTrue();
  }

  @Test
  void theHistoryEndsWithTheStateOfTheModel() {
    var then = new Inventory(reader).asOf(START.plusSeconds(4), Filter.ALL);
    var model = estimator.of(then.findFirst().orElseThrow());

    var history = UnitHistory.read(reader, estimator, model);

    assertThat(history.steps()).hasSize(4);
    assertThat(history.steps().getLast().units()).isEqualTo(model.units());
  }
}
