package dev.bedrockinventory.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.change.Digests;
import dev.bedrockinventory.ledger.FakeLedger;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A sweep and a refresh of the same resource at once, in every order of their steps: each call of
 * the ledger and of the source is one. A change is the first step of the refresh, and another one
 * that of the sweep, so that each may have read before, after, or on both sides of the other's.
 * What one leaves alone because the other recorded meanwhile, the next sweep records. The kind is
 * the one whose tags need no further calls: orders grow fast with the steps.
 */
class RefreshMeetsSweepTest {
  /** Between virtual threads a turn passes many times faster than from the test's own. */
  private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

  @ParameterizedTest
  @EnumSource(ChangeKind.class)
  void theNewerReadingIsRecordedOnceInEveryOrder(ChangeKind change) {
    assertThat(CompletableFuture.supplyAsync(() -> holdInEveryOrder(change), VIRTUAL).join())
        .as("orders of the steps of both")
        .isGreaterThan(100);
  }

  private static int holdInEveryOrder(ChangeKind change) {
    var before = new Meeting(change);
    var choices = new EveryChoice();
    var orders = 0;
    do {
      new Meeting(before).hold(choices);
      orders++;
    } while (choices.again());
    return orders;
  }

  private static final class Meeting {
    private final World world;
    private final FakeLedger ledger;
    private final Arn arn;
    private final ChangeKind change;
    private long version;

    /** A meeting that begins where another one does. */
    private Meeting(Meeting before) {
      world = before.world.copy();
      ledger = before.ledger.copy();
      arn = before.arn;
      change = before.change;
      version = before.version;
    }

    /** BASELINE stands for a return: what was known once, and is created again. */
    private Meeting(ChangeKind change) {
      world = new World(Kind.SYSTEM_INFERENCE_PROFILE);
      ledger = new FakeLedger();
      arn = world.arn("a");
      this.change = change;
      world.put("b");
      if (change != ChangeKind.CREATED) {
        put();
      }
      sweep(new FakeSource(world), ledger);
      if (change == ChangeKind.BASELINE) {
        world.delete(arn);
        sweep(new FakeSource(world), ledger);
      }
    }

    private void hold(EveryChoice choices) {
      var stepper = new Stepper(choices);
      stepper.add(this::sweepAfterAChange);
      stepper.add(this::refresh);

      stepper.run(this::checkTheDigest);

      sweep(new FakeSource(world), ledger);
      var last = sweep(new FakeSource(world), ledger);
      assertThat(last.outcome()).isEqualTo(Outcome.COMPLETE);
      assertThat(last.changed()).isZero();
      assertThat(ledger.heads(world.scope).intact().keySet()).isEqualTo(world.resources.keySet());
      assertThat(versions()).isSorted().doesNotHaveDuplicates();
    }

    private void sweepAfterAChange(Stepper.Actor actor) {
      if (world.resources.containsKey(arn)) {
        world.edit(arn, "version", ++version);
      } else {
        put();
      }
      sweep(
          new SteppedSource(new FakeSource(world), actor),
          new SteppedLedger(ledger.another(), actor::step));
    }

    private void refresh(Stepper.Actor actor) {
      happen();
      var mine = ledger.another();
      mine.save(world.event(arn, event()));
      var journal = new SteppedLedger(mine, actor::step);
      Refresh.run(
              new SteppedSource(new FakeSource(world), actor),
              journal,
              world.scope,
              List.of(arn),
              Deadline.NONE)
          .get(arn);
    }

    private void happen() {
      switch (change) {
        case BASELINE, CREATED, UPDATED -> put();
        case DELETED -> world.delete(arn);
      }
    }

    private void put() {
      world.put("a", world.now);
      world.edit(arn, "version", ++version);
    }

    /** What the revisions saw; a deletion repeats what was there. */
    private List<Long> versions() {
      return ledger.revisions(arn).stream()
          .filter(revision -> revision.change() != ChangeKind.DELETED)
          .map(revision -> revision.document().tree().path("version").asLong())
          .toList();
    }

    private String event() {
      return switch (change) {
        case BASELINE, CREATED -> "CreateInferenceProfile";
        case UPDATED -> "TagResource";
        case DELETED -> "DeleteInferenceProfile";
      };
    }

    private SweepReport sweep(Source source, Ledger into) {
      return new Sweep(source, into, world::tick).run(world.scope, Optional.empty(), Deadline.NONE);
    }

    private void checkTheDigest() {
      var hashes = new TreeMap<Arn, String>();
      ledger
          .heads(world.scope)
          .intact()
          .forEach((one, head) -> hashes.put(one, head.contentHash()));

      assertThat(ledger.scope(world.scope).digest().orElse(Digests.ofScope(hashes)))
          .isEqualTo(Digests.ofScope(hashes));
    }
  }
}
