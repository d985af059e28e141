package dev.bedrockinventory.ledger;

import static dev.bedrockinventory.ledger.Samples.NOON;
import static dev.bedrockinventory.ledger.Samples.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The first planning of a scope is recorded once. */
final class PlannedScopesTest {
  private static final Scope MODELS = new Scope("111122223333", "us-east-2", Kind.IMPORTED_MODEL);

  private final LocalTable table = LocalTable.make();
  private final DynamoLedger ledger = new DynamoLedger(table.client(), table.name(), _ -> {});

  @Test
  void firstPlannedAtNeverChanges() {
    planned().plan(List.of(SCOPE), NOON);

    var states = planned().plan(List.of(SCOPE, MODELS), NOON.plusSeconds(900));

    assertThat(states.get(SCOPE)).isEqualTo(ledger.scope(SCOPE));
    assertThat(states.get(MODELS)).isEqualTo(ledger.scope(MODELS));
    assertThat(ledger.scope(SCOPE).firstPlannedAt()).hasValue(NOON);
    assertThat(ledger.scope(MODELS).firstPlannedAt()).hasValue(NOON.plusSeconds(900));
  }

  @Test
  void planningPreservesTheStateOfAnObservedScope() {
    ledger.endObservation(Samples.complete(Optional.empty()));

    var states = planned().plan(List.of(SCOPE), NOON);

    assertThat(states.get(SCOPE)).isEqualTo(ledger.scope(SCOPE));
    assertThat(ledger.scope(SCOPE).lastCompleteAt()).isPresent();
    assertThat(ledger.scope(SCOPE).firstPlannedAt()).hasValue(NOON);
  }

  @Test
  void alreadyPlannedScopesCostNoWrite() {
    planned().plan(List.of(SCOPE, MODELS), NOON);
    var again = planned();

    again.plan(List.of(SCOPE, MODELS), NOON);

    assertThat(again.consumed().write()).isZero();
    assertThat(again.consumed().read()).isEqualTo(1);
  }

  @Test
  void onlyTargetsAreReturned() {
    planned().plan(List.of(SCOPE, MODELS), NOON);

    assertThat(planned().plan(List.of(MODELS), NOON)).containsOnlyKeys(MODELS);
  }

  private PlannedScopes planned() {
    return new PlannedScopes(table.client(), table.name());
  }
}
