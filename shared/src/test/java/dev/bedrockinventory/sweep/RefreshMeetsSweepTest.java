package dev.bedrockinventory.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.change.Digests;
import dev.bedrockinventory.ledger.FakeLedger;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Outcome;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A sweep and a refresh of the same resource at once, in every order of their steps: each call of
 * the ledger and of the source is one. The change itself is the first step of the refresh, so that
 * the sweep may have looked before it, after it, or on both sides. The kind is the one whose tags
 * need no further calls: orders grow fast with the steps.
 */
class RefreshMeetsSweepTest {
  @ParameterizedTest
  @EnumSource(ChangeKind.class)
  void whatHappensOnceIsOneRevisionInEveryOrder(ChangeKind change) {
    var choices = new EveryChoice();
    var orders = 0;
    do {
      new Meeting(change).hold(choices);
      orders++;
    } while (choices.again());

    assertThat(orders).as("orders of the steps of both").isGreaterThan(100);
  }

  private static final class Meeting {
    private final World world = new World(Kind.SYSTEM_INFERENCE_PROFILE);
    private final FakeLedger ledger = new FakeLedger();
    private final Arn arn = world.arn("a");
    private final ChangeKind change;

    /** BASELINE stands for a return: what was known once, and is created again. */
    private Meeting(ChangeKind change) {
      this.change = change;
      world.put("b");
      if (change != ChangeKind.CREATED) {
        world.put("a");
      }
      sweep(new FakeSource(world), ledger);
      if (change == ChangeKind.BASELINE) {
        world.delete(arn);
        sweep(new FakeSource(world), ledger);
      }
    }

    private void hold(EveryChoice choices) {
      var before = ledger.revisions(arn).size();
      var stepper = new Stepper(choices);
      stepper.add(actor ->
          sweep(
              new SteppedSource(new FakeSource(world), actor),
              new SteppedLedger(ledger.another(), actor::step)));
      stepper.add(this::refresh);

      stepper.run(this::checkTheDigest);

      assertThat(ledger.revisions(arn)).hasSize(before + 1);
      assertThat(ledger.revisions(arn).getLast().change())
          .isEqualTo(change == ChangeKind.BASELINE ? ChangeKind.CREATED : change);
      assertThat(ledger.heads(world.scope).keySet()).isEqualTo(world.resources.keySet());
      var after = sweep(new FakeSource(world), ledger);
      assertThat(after.outcome()).isEqualTo(Outcome.COMPLETE);
      assertThat(after.changed()).isZero();
    }

    private void refresh(Stepper.Actor actor) {
      happen();
      var mine = ledger.another();
      mine.keep(world.event(arn, event()));
      var journal = new SteppedLedger(mine, actor::step);
      new Refresh(new SteppedSource(new FakeSource(world), actor), journal).run(world.scope, arn);
    }

    private void happen() {
      switch (change) {
        case BASELINE, CREATED -> world.put("a", world.now);
        case UPDATED -> world.edit(arn, "version", 1);
        case DELETED -> world.delete(arn);
      }
    }

    private String event() {
      return switch (change) {
        case BASELINE, CREATED -> "CreateInferenceProfile";
        case UPDATED -> "TagResource";
        case DELETED -> "DeleteInferenceProfile";
      };
    }

    private SweepReport sweep(Source source, Ledger into) {
      return new Sweep(source, into, world::tick).run(world.scope, Optional.empty());
    }

    private void checkTheDigest() {
      var hashes = new TreeMap<Arn, String>();
      ledger.heads(world.scope).forEach((one, head) -> hashes.put(one, head.contentHash()));

      assertThat(ledger.scope(world.scope).digest().orElse(Digests.ofScope(hashes)))
          .isEqualTo(Digests.ofScope(hashes));
    }
  }
}
