package dev.bedrockinventory.ledger;

import static dev.bedrockinventory.ledger.Samples.NOON;
import static dev.bedrockinventory.ledger.Samples.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** When a scope is first planned, and when its target was removed, is recorded once. */
final class PlannedScopesTest {
  private static final Scope MODELS = new Scope("111122223333", "us-east-2", Kind.IMPORTED_MODEL);
  private static final Instant LATER = NOON.plusSeconds(900);

  private final LocalTable table = LocalTable.create();
  private final StoredLedger ledger = new StoredLedger(table.store(), _ -> {});

  @Test
  void firstPlannedAtNeverChanges() {
    plan(NOON, SCOPE);

    var states = plan(LATER, SCOPE, MODELS).states();

    assertThat(states.get(SCOPE)).isEqualTo(ledger.scope(SCOPE));
    assertThat(states.get(MODELS)).isEqualTo(ledger.scope(MODELS));
    assertThat(ledger.scope(SCOPE).firstPlannedAt()).hasValue(NOON);
    assertThat(ledger.scope(MODELS).firstPlannedAt()).hasValue(LATER);
  }

  @Test
  void planningPreservesTheStateOfAnObservedScope() {
    ledger.endObservation(Samples.complete(Optional.empty()));

    var states = plan(NOON, SCOPE).states();

    assertThat(states.get(SCOPE)).isEqualTo(ledger.scope(SCOPE));
    assertThat(ledger.scope(SCOPE).lastCompleteAt()).isPresent();
    assertThat(ledger.scope(SCOPE).firstPlannedAt()).hasValue(NOON);
  }

  @Test
  void alreadyPlannedScopesCostNoWrite() {
    plan(NOON, SCOPE, MODELS);
    var again = planned();

    again.plan(List.of(SCOPE, MODELS), true, NOON);

    assertThat(again.consumed().write()).isZero();
    assertThat(again.consumed().read()).isEqualTo(1);
  }

  @Test
  void aScopeWhoseTargetCannotBeReadIsMissingAndKeepsItsState() {
    plan(NOON, SCOPE, MODELS);
    var again = planned();

    var plan = again.plan(List.of(MODELS), false, LATER);

    assertThat(plan.planned()).containsExactly(MODELS);
    assertThat(plan.missing()).containsExactly(SCOPE);
    assertThat(plan.removed()).isEmpty();
    assertThat(plan.states()).containsOnlyKeys(SCOPE, MODELS);
    assertThat(again.consumed().write()).isZero();
  }

  @Test
  void aScopeIsRemovedOnceByThePlanThatReadsAllTargetsWithoutIt() {
    plan(NOON, SCOPE, MODELS);
    planned().plan(List.of(MODELS), false, LATER);
    var first = planned();
    var second = planned();

    var plan = first.plan(List.of(MODELS), true, LATER);
    var next = second.plan(List.of(MODELS), true, LATER.plusSeconds(900));

    for (var each : List.of(plan, next)) {
      assertThat(each.missing()).isEmpty();
      assertThat(each.removed()).containsExactly(SCOPE);
      assertThat(each.states()).containsOnlyKeys(MODELS);
    }
    assertThat(unplannedAt(SCOPE)).hasValue(LATER);
    assertThat(first.consumed().write()).isEqualTo(1);
    assertThat(second.consumed().write()).isZero();
  }

  @Test
  void aRemovedScopeIsNeverMissing() {
    plan(NOON, SCOPE, MODELS);
    plan(LATER, MODELS);

    var plan = planned().plan(List.of(MODELS), false, LATER.plusSeconds(900));

    assertThat(plan.missing()).isEmpty();
    assertThat(plan.states()).containsOnlyKeys(MODELS);
  }

  @Test
  void aRemovalIsReportedForADay() {
    plan(NOON, SCOPE, MODELS);
    plan(LATER, MODELS);
    var day = Duration.ofDays(1);

    assertThat(plan(LATER.plus(day).minusMillis(1), MODELS).removed()).containsExactly(SCOPE);
    assertThat(plan(LATER.plus(day), MODELS).removed()).isEmpty();
  }

  @Test
  void aScopeThatReturnsIsPlannedAsIfItHadNotBeenRemoved() {
    plan(NOON, SCOPE, MODELS);
    plan(LATER, MODELS);

    var plan = plan(LATER.plusSeconds(900), SCOPE, MODELS);

    assertThat(plan.removed()).isEmpty();
    assertThat(plan.states().get(SCOPE)).isEqualTo(ledger.scope(SCOPE));
    assertThat(ledger.scope(SCOPE).firstPlannedAt()).hasValue(NOON);
    assertThat(unplannedAt(SCOPE)).isEmpty();
    assertThat(plan(LATER.plusSeconds(1_800), SCOPE, MODELS).damaged()).isEmpty();
  }

  @Test
  void aScopeThatWasSweptButNeverPlannedIsNeitherMissingNorRemoved() {
    ledger.endObservation(Samples.complete(Optional.empty()));

    for (var areAll : List.of(true, false)) {
      var plan = planned().plan(List.of(MODELS), areAll, NOON);

      assertThat(plan.missing()).isEmpty();
      assertThat(plan.removed()).isEmpty();
    }
  }

  @Test
  void damagedAndForeignItemsAreNamedAndLeftOutAndTheOthersPlanned() {
    plan(NOON, SCOPE, MODELS);
    set(ItemKey.scope(SCOPE), "outcome", "FINE");
    var note = new ItemKey("SCOPES", "a note by hand");
    set(note, "text", "hello");
    var again = planned();

    var plan = again.plan(List.of(SCOPE, MODELS), true, LATER);

    assertThat(plan.planned()).containsExactlyInAnyOrder(SCOPE, MODELS);
    assertThat(plan.states()).containsOnlyKeys(MODELS);
    assertThat(plan.damaged())
        .extracting(StoredItem::key)
        .containsExactly(ItemKey.scope(SCOPE), note);
    assertThat(again.consumed().write()).as("a damaged item is not written").isZero();
  }

  @Test
  void anItemThatWasEditedByHandIsNotBelieved() {
    plan(NOON, SCOPE, MODELS);
    set(ItemKey.scope(SCOPE), "firstPlannedAt", "2099-01-01T00:00:00.000Z");

    var plan = plan(LATER, SCOPE, MODELS);

    assertThat(plan.states()).containsOnlyKeys(MODELS);
    assertThat(plan.damaged()).extracting(StoredItem::key).containsExactly(ItemKey.scope(SCOPE));
  }

  private ScopePlan plan(Instant at, Scope... targets) {
    return planned().plan(List.of(targets), true, at);
  }

  private PlannedScopes planned() {
    return new PlannedScopes(table.store());
  }

  private Optional<Instant> unplannedAt(Scope scope) {
    return table
        .reader()
        .scopes()
        .flatMap(item -> item.intact().stream())
        .filter(entry -> entry.state().scope().equals(scope))
        .findFirst()
        .flatMap(ScopeEntry::unplannedAt);
  }

  private void set(ItemKey key, String name, String text) {
    table
        .client()
        .updateItem(update ->
            update
                .tableName(table.name())
                .key(key.attributes())
                .updateExpression("SET #name = :text")
                .expressionAttributeNames(Map.of("#name", name))
                .expressionAttributeValues(Map.of(":text", AttributeValue.fromS(text))));
  }
}
