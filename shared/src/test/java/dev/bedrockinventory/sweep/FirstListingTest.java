package dev.bedrockinventory.sweep;

import static dev.bedrockinventory.model.ChangeKind.BASELINE;
import static dev.bedrockinventory.model.ChangeKind.CREATED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.FakeLedger;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Revision;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The first complete listing that could be recorded ends the BASELINE of a scope. */
final class FirstListingTest {
  private final World world = new World(Kind.SYSTEM_INFERENCE_PROFILE);
  private final FakeSource source = new FakeSource(world);
  private final FakeLedger ledger = new FakeLedger();

  @Test
  void aResourceThatCannotBeReadDoesNotKeepTheScopeInBaseline() {
    world.put("old");
    source.unreadable.add(world.put("unreadable"));
    sweep(Deadline.NONE);
    var created = world.put("new");

    sweep(Deadline.NONE);

    assertThat(changes(created)).containsExactly(CREATED);
  }

  @Test
  void anIncompleteListingDoesNotEndTheBaseline() {
    world.put("a");
    var unlisted = world.put("b");
    source.cutShort = true;
    sweep(Deadline.NONE);
    source.cutShort = false;

    sweep(Deadline.NONE);

    assertThat(changes(unlisted)).containsExactly(BASELINE);
  }

  @Test
  void aListingThatCouldNotBeRecordedInTimeDoesNotEndTheBaseline() {
    var profile = world.put("old");
    var over = new Deadline(() -> world.now, world.now);
    sweep(over);
    assertThat(changes(profile)).isEmpty();

    sweep(Deadline.NONE);

    assertThat(changes(profile)).containsExactly(BASELINE);
  }

  private void sweep(Deadline deadline) {
    new Sweep(source, ledger, world::tick).run(world.scope, Optional.empty(), deadline);
  }

  private List<ChangeKind> changes(Arn arn) {
    return ledger.revisions(arn).stream().map(Revision::change).toList();
  }
}
