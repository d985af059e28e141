package dev.bedrockinventory.sweep;

import static dev.bedrockinventory.model.ChangeKind.BASELINE;
import static dev.bedrockinventory.model.ChangeKind.CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.change.ChangeSets;
import dev.bedrockinventory.ledger.FakeLedger;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.ObservedResource;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens in the very instant of a boundary. */
final class BoundariesTest {
  private final World world = new World(Kind.APPLICATION_INFERENCE_PROFILE);
  private final FakeLedger ledger = new FakeLedger();

  @Test
  void aSweepPlannedWhenTheLastCompleteObservationEndedIsNotSkipped() {
    sweep(Optional.empty());
    var ended = ledger.scope(world.scope).lastCompleteAt().orElseThrow();

    assertThat(sweep(Optional.of(ended)).skipped()).isFalse();
    var again = ledger.scope(world.scope).lastCompleteAt().orElseThrow();
    assertThat(sweep(Optional.of(again.minusMillis(1))).skipped()).isTrue();
  }

  @Test
  void aProfileCreatedWhenTheFirstListingBeganIsCreated() {
    sweep(Optional.empty());
    var state = ledger.scope(world.scope);
    var began = state.firstListingAt().orElseThrow();
    var then = world.put("then", began);
    var before = world.put("before", began.minus(Duration.ofMillis(1)));

    assertThat(
            ChangeSets.firstChange(
                state, new ObservedResource(then, Document.of(world.document(then)), world.now)))
        .isEqualTo(CREATED);
    assertThat(
            ChangeSets.firstChange(
                state,
                new ObservedResource(before, Document.of(world.document(before)), world.now)))
        .isEqualTo(BASELINE);
  }

  private SweepReport sweep(Optional<java.time.Instant> plannedAt) {
    return new Sweep(new FakeSource(world), ledger, world::tick)
        .run(world.scope, plannedAt, Deadline.NONE);
  }
}
