package dev.bedrockinventory.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.FakeLedger;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Revision;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No writer believes a damaged item; it is named, and everything else is recorded. */
final class DamagedItemsTest {
  private final World world = new World(Kind.APPLICATION_INFERENCE_PROFILE);
  private final FakeLedger ledger = new FakeLedger();

  @Test
  void aSweepLeavesOutADamagedHeadNamesItAndRecordsTheRest() {
    var edited = world.put("edited");
    var other = world.put("other");
    sweep();
    ledger.damageHead(edited);
    world.edit(edited, "version", 1);
    world.edit(other, "version", 1);

    var report = sweep();

    assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
    assertThat(report.failures())
        .singleElement()
        .satisfies(failure -> {
          assertThat(failure.reason()).isEqualTo(Reason.DAMAGED);
          assertThat(failure.message())
              .contains(edited.toString(), "inventory verify", "inventory repair");
        });
    assertThat(ledger.revisions(edited)).hasSize(1);
    assertThat(ledger.revisions(other)).hasSize(2);
    assertThat(ledger.scope(world.scope).digest()).isEmpty();
  }

  @Test
  void aDamagedHeadIsNeverProvedToBeDeleted() {
    var edited = world.put("edited");
    sweep();
    ledger.damageHead(edited);
    world.delete(edited);

    sweep();

    assertThat(ledger.revisions(edited))
        .extracting(Revision::change)
        .containsExactly(ChangeKind.BASELINE);
  }

  @Test
  void aRefreshLeavesOutADamagedHeadAndRecordsTheRest() {
    var edited = world.put("edited");
    var other = world.put("other");
    sweep();
    ledger.damageHead(edited);
    world.edit(edited, "version", 1);
    world.edit(other, "version", 1);

    var results =
        Refresh.run(
            new FakeSource(world), ledger, world.scope, List.of(edited, other), Deadline.NONE);

    assertThat(results.get(edited)).isInstanceOf(RefreshResult.LeftOut.class);
    assertThat(results.get(other)).isEqualTo(new RefreshResult.Recorded(ChangeKind.UPDATED));
    assertThat(ledger.revisions(edited)).hasSize(1);
  }

  private SweepReport sweep() {
    return new Sweep(new FakeSource(world), ledger, world::tick)
        .run(world.scope, Optional.empty(), Deadline.NONE);
  }
}
