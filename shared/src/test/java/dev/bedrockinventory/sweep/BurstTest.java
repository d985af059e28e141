package dev.bedrockinventory.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.FakeLedger;
import dev.bedrockinventory.ledger.FakeLedger.Call;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A sweep beside many other writers of its scope records everything. */
final class BurstTest {
  private static final int WRITERS = 60;

  private final World world = new World(Kind.APPLICATION_INFERENCE_PROFILE);
  private final FakeLedger ledger = new FakeLedger();
  private final FakeLedger mine = ledger.another();

  @Test
  void aSweepEndsCompleteThoughAnotherWriterComesBeforeEachOfItsTransactions() {
    sweep(ledger);
    var created = IntStream.range(0, 400).mapToObj(i -> world.put("profile-" + i)).toList();
    for (var i = 0; i < WRITERS; i++) {
      var other = world.put("other-" + i);
      mine.before(Call.RECORD, () -> refresh(other));
    }

    var report = sweep(mine);

    assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
    assertThat(created).allSatisfy(arn -> assertThat(ledger.revisions(arn)).hasSize(1));
    assertThat(ledger.scope(world.scope).digest()).isEmpty();
    assertThat(ledger.scope(world.scope).lastCompleteAt()).isPresent();
  }

  @Test
  void afterALostConditionOnlyWhatIsPendingIsReadAgainAfterAGrowingPause() {
    sweep(ledger);
    IntStream.range(0, 400).forEach(i -> world.put("profile-" + i));
    for (var i = 0; i < 5; i++) {
      var other = world.put("other-" + i);
      mine.before(Call.RECORD, () -> refresh(other));
    }

    sweep(mine);

    assertThat(Collections.frequency(mine.calls(), Call.HEADS)).isEqualTo(1);
    assertThat(mine.backOffs()).startsWith(1, 2, 3, 4, 5);
  }

  private void refresh(Arn arn) {
    Refresh.run(new FakeSource(world), ledger.another(), world.scope, List.of(arn), Deadline.NONE);
  }

  private SweepReport sweep(Ledger into) {
    return new Sweep(new FakeSource(world), into, world::tick)
        .run(world.scope, Optional.empty(), Deadline.NONE);
  }
}
