package dev.bedrockinventory.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.change.Chain;
import dev.bedrockinventory.change.Digests;
import dev.bedrockinventory.ledger.FakeLedger;
import dev.bedrockinventory.ledger.FakeLedger.Fault;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Tombstone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Sweeps and refreshes of one scope at the same time, step by step in every kind of order, while
 * the world moves, answers are refused or incomplete, writes are lost, unanswered or late, and
 * processes crash.
 */
class InterleavingTest {
  private static final int RUNS = 1_500;
  private static final List<String> IDS = List.of("a", "b", "c");

  @TestFactory
  List<DynamicTest> everyDifferenceIsRecordedOnceWhateverHappensAtTheSameTime() {
    var first = new Random().nextLong();
    return new Random(first)
        .longs(4)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> runs(seed)))
        .toList();
  }

  private static void runs(long first) {
    var seeds = new Random(first);
    for (var run = 0; run < RUNS / 4; run++) {
      var seed = seeds.nextLong();
      try {
        new Trial(new Random(seed)).run();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("new Trial(new Random(%dL)).run() fails".formatted(seed), e);
      }
    }
  }

  private static final class Trial {
    private final Random random;
    private final World world = new World(Kind.APPLICATION_INFERENCE_PROFILE);
    private final FakeLedger ledger = new FakeLedger();
    private final List<FakeLedger> ledgers = new ArrayList<>();
    private final List<Evidence> deletions = new ArrayList<>();
    private long version;

    private Trial(Random random) {
      this.random = random;
    }

    private void run() {
      var stepper = new Stepper(random::nextInt);
      stepper.add(this::moveTheWorld);
      for (var sweeper = 0; sweeper < 3; sweeper++) {
        stepper.add(this::sweepTwice);
      }
      stepper.add(this::refreshWhatEventsName);
      stepper.add(this::refreshWhatEventsName);
      stepper.add(this::releaseLateWrites);

      stepper.run(this::checkTheDigest);

      ledgers.forEach(FakeLedger::release);
      var report = sweep(new FakeSource(world), ledger);
      checkTheDigest();
      assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
      assertThat(sweep(new FakeSource(world), ledger).changed()).isZero();
      checkTheHeadsAreTheWorld();
      ledger.resources().forEach(this::checkHistory);
      checkTheCounts();
    }

    private void moveTheWorld(Stepper.Actor actor) {
      for (var move = 0; move < 10; move++) {
        actor.step();
        var arn = world.arn(IDS.get(random.nextInt(IDS.size())));
        if (!world.resources.containsKey(arn)) {
          world.put(arn.id(), random.nextBoolean() ? World.LONG_AGO : world.now);
          world.edit(arn, "version", ++version);
        } else if (random.nextInt(3) == 0) {
          world.delete(arn);
          deletions.add(world.event(arn, "DeleteInferenceProfile"));
        } else {
          world.edit(arn, "version", ++version);
        }
      }
    }

    private void sweepTwice(Stepper.Actor actor) {
      for (var sweep = 0; sweep < 2; sweep++) {
        try {
          sweep(new SteppedSource(source(actor), actor), unreliable(actor));
        } catch (SweepTest.Crash e) {
          // The next sweep finds what this one left behind.
        }
      }
    }

    private void refreshWhatEventsName(Stepper.Actor actor) {
      for (var event = 0; event < 4; event++) {
        actor.step();
        var arn = world.arn(IDS.get(random.nextInt(IDS.size())));
        try {
          var mine = unreliable(actor);
          if (!deletions.isEmpty() && random.nextBoolean()) {
            var deletion = deletions.removeFirst();
            mine.save(deletion);
            arn = deletion.arn();
          }
          Refresh.run(
                  new SteppedSource(source(actor), actor),
                  mine,
                  world.scope,
                  List.of(arn),
                  Deadline.NONE)
              .get(arn);
        } catch (SweepTest.Crash e) {
          // The event is delivered again, or the next sweep finds the difference.
        }
      }
    }

    /** A ledger whose transactions fail, and whose process ends, now and then. */
    private Ledger unreliable(Stepper.Actor actor) {
      var mine = ledger.another();
      ledgers.add(mine);
      var faults = Fault.values();
      while (random.nextInt(3) == 0) {
        var fault = faults[random.nextInt(faults.length)];
        mine.fail(fault == Fault.UNAVAILABLE ? Fault.NONE : fault);
      }
      var crashIn = random.nextInt(4) == 0 ? random.nextInt(12) : Integer.MAX_VALUE;
      var steps = new int[1];
      Runnable step =
          () -> {
            actor.step();
            if (steps[0]++ == crashIn) {
              throw new SweepTest.Crash();
            }
          };
      return new SteppedLedger(mine, step);
    }

    private FakeSource source(Stepper.Actor actor) {
      var source = new FakeSource(world);
      source.refused = random.nextInt(12) == 0;
      source.cutShort = random.nextInt(8) == 0;
      source.afterListing = actor::step;
      for (var id : IDS) {
        var arn = world.arn(id);
        switch (random.nextInt(16)) {
          case 0 -> source.omitted.add(arn);
          case 1 -> source.unreadable.add(arn);
          case 2 -> source.vanishing.add(arn);
          case 3 -> source.presenceDenied.add(arn);
          case 4 -> source.tagsDenied.add(arn);
          default -> {}
        }
      }
      return source;
    }

    private void releaseLateWrites(Stepper.Actor actor) {
      for (var time = 0; time < 6; time++) {
        for (var wait = random.nextInt(12); wait >= 0; wait--) {
          actor.step();
        }
        ledgers.forEach(FakeLedger::release);
      }
    }

    private SweepReport sweep(Source source, Ledger into) {
      return new Sweep(source, into, world::tick).run(world.scope, Optional.empty(), Deadline.NONE);
    }

    private void checkTheDigest() {
      var hashes = new TreeMap<Arn, String>();
      ledger
          .heads(world.scope)
          .intact()
          .forEach((arn, head) -> hashes.put(arn, head.contentHash()));

      assertThat(ledger.scope(world.scope).digest().orElse(Digests.ofScope(hashes)))
          .as("a stored digest is the digest of the heads")
          .isEqualTo(Digests.ofScope(hashes));
    }

    private void checkTheHeadsAreTheWorld() {
      var heads = ledger.heads(world.scope).intact();

      assertThat(heads.keySet()).isEqualTo(world.resources.keySet());
      heads.forEach((arn, head) ->
          assertThat(head.document().tree().path("version").asLong())
              .isEqualTo(world.document(arn).path("version").asLong()));
    }

    private void checkHistory(Arn arn) {
      var previous = Optional.<Revision>empty();
      var seen = 0L;
      for (var revision : ledger.revisions(arn)) {
        assertThat(revision.number()).isEqualTo(previous.map(Revision::number).orElse(0L) + 1);
        assertThat(revision.previousHash())
            .isEqualTo(previous.map(Revision::chainHash).orElse(Chain.START));
        assertThat(revision.chainHash()).isEqualTo(Chain.hash(revision));
        assertThat(revision.change()).isIn(possibleAfter(previous));
        var now = revision.document().tree().path("version").asLong();
        if (revision.change() == ChangeKind.DELETED) {
          assertThat(now).isEqualTo(seen);
        } else {
          assertThat(now).as("the newer reading is recorded, once").isGreaterThan(seen);
        }
        seen = now;
        previous = Optional.of(revision);
      }
    }

    private static List<ChangeKind> possibleAfter(Optional<Revision> previous) {
      if (previous.isEmpty()) {
        return List.of(ChangeKind.BASELINE, ChangeKind.CREATED);
      }
      return previous.get().change() == ChangeKind.DELETED
          ? List.of(ChangeKind.CREATED)
          : List.of(ChangeKind.UPDATED, ChangeKind.DELETED);
    }

    private void checkTheCounts() {
      var dead = ledger.tombstones(world.scope).intact().values();
      var live = ledger.heads(world.scope).intact().values();

      assertThat(ledger.scope(world.scope).revisions())
          .isEqualTo(
              live.stream().mapToLong(Head::revision).sum()
                  + dead.stream().map(Tombstone::last).mapToLong(Head::revision).sum())
          .isEqualTo(
              ledger.resources().stream().mapToLong(arn -> ledger.revisions(arn).size()).sum());
    }
  }
}
