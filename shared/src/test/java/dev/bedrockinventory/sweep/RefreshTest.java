package dev.bedrockinventory.sweep;

import static dev.bedrockinventory.model.ChangeKind.BASELINE;
import static dev.bedrockinventory.model.ChangeKind.CREATED;
import static dev.bedrockinventory.model.ChangeKind.DELETED;
import static dev.bedrockinventory.model.ChangeKind.UPDATED;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.ledger.FakeLedger;
import dev.bedrockinventory.ledger.FakeLedger.Call;
import dev.bedrockinventory.ledger.FakeLedger.Fault;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.UnmodeledMember;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The clauses of a refresh, one by one; the interleavings are another test's. */
final class RefreshTest {
  private final World world = new World(Kind.APPLICATION_INFERENCE_PROFILE);
  private final FakeSource source = new FakeSource(world);
  private final FakeLedger ledger = new FakeLedger();
  private final Arn profile = world.put("profile");

  @BeforeEach
  void sweepOnce() {
    world.edit(profile, "version", 0);
    sweep();
  }

  @Nested
  class WhatIsFound {
    @Test
    void aDifferenceIsOneRevisionHoweverOftenItsEventComes() {
      world.edit(profile, "version", 1);

      assertThat(refresh()).isEqualTo(new RefreshResult.Recorded(UPDATED));
      assertThat(refresh()).isEqualTo(new RefreshResult.Unchanged());

      assertThat(kinds()).containsExactly(BASELINE, UPDATED);
    }

    @Test
    void noDifferenceWritesNothing() {
      var one = ledger.another();

      var refreshed =
          Refresh.run(source, one, world.scope, List.of(profile), Deadline.NONE).get(profile);

      assertThat(refreshed).isEqualTo(new RefreshResult.Unchanged());
      assertThat(one.calls()).containsExactly(Call.SCOPE, Call.HEAD, Call.TOMBSTONES);
    }

    @Test
    void theScopeTheHeadAndTheTombstoneAreReadBeforeTheResource() {
      var one = ledger.another();
      one.before(Call.TOMBSTONES, () -> world.edit(profile, "version", 1));

      var refreshed =
          Refresh.run(source, one, world.scope, List.of(profile), Deadline.NONE).get(profile);

      assertThat(refreshed).isEqualTo(new RefreshResult.Recorded(UPDATED));
      assertThat(one.calls()).containsExactly(Call.SCOPE, Call.HEAD, Call.TOMBSTONES, Call.RECORD);
    }

    @Test
    void tagsComeFromTheirAuthorityDespiteTheIndex() {
      source.tagIndex.put(profile, world.tagsOf(profile).deepCopy().put("team", "stale"));
      world.tag(profile, "team", "red");

      refresh();

      assertThat(last().document().tags().path("team").asText()).isEqualTo("red");
      assertThat(last().fields()).extracting(FieldChange::path).containsExactly("/tags/team");
    }

    @Test
    void aSystemProfileHasNoTagsToAskFor() {
      var system = new World(Kind.SYSTEM_INFERENCE_PROFILE);
      var arn = system.put("us.amazon.nova-lite-v1:0");
      var looking = new FakeSource(system);

      Refresh.run(looking, ledger, system.scope, List.of(arn), Deadline.NONE).get(arn);

      assertThat(looking.calls()).containsOnlyKeys("Get");
      assertThat(ledger.revisions(arn)).hasSize(1);
    }

    @Test
    void whatIsNewIsCreated() {
      var created = world.put("new", world.now);

      assertThat(refresh(created)).isEqualTo(new RefreshResult.Recorded(CREATED));
    }

    @Test
    void whatIsNewBeforeTheFirstCompleteObservationIsBaseline() {
      var early = new World(Kind.IMPORTED_MODEL);
      var model = early.put("model", early.now);

      var refreshed =
          Refresh.run(new FakeSource(early), ledger, early.scope, List.of(model), Deadline.NONE)
              .get(model);

      assertThat(refreshed).isEqualTo(new RefreshResult.Recorded(BASELINE));
    }

    @Test
    void aReturnUnderTheSameArnContinuesTheNumbersAsCreated() {
      world.delete(profile);
      sweep();
      world.put("profile");
      ledger.save(world.event(profile, "CreateInferenceProfile"));

      assertThat(refresh()).isEqualTo(new RefreshResult.Recorded(CREATED));

      assertThat(kinds()).containsExactly(BASELINE, DELETED, CREATED);
      assertThat(ledger.tombstones(world.scope, List.of(profile.id())).intact()).isEmpty();
    }

    @Test
    void aStaleResponseAfterTheDeletionRecordsNoReturn() {
      world.delete(profile);
      sweep();
      world.put("profile");

      assertThat(refresh()).isEqualTo(new RefreshResult.Unchanged());

      assertThat(kinds()).containsExactly(BASELINE, DELETED);
    }

    @Test
    void aReturnIsDecidedWithoutTheEvidenceFromBeforeTheDeletion() {
      for (var event = 0; event < 50; event++) {
        ledger.save(world.event(profile, "CreateInferenceProfile"));
        world.now = world.now.plusSeconds(1);
      }
      world.delete(profile);
      sweep();
      world.put("profile");

      assertThat(refresh()).isEqualTo(new RefreshResult.Unchanged());
      assertThat(ledger.evidenceRead()).isEqualTo(1);
    }

    @Test
    void aDamagedHeadIsLeftOutAndNamed() {
      world.edit(profile, "version", 1);
      ledger.damageHead(profile);

      assertThat(refresh())
          .isInstanceOfSatisfying(
              RefreshResult.LeftOut.class,
              left -> assertThat(left.failure().reason()).isEqualTo(Reason.DAMAGED));
      assertThat(kinds()).containsExactly(BASELINE);
    }

    @Test
    void severalResourcesOfOneScopeShareTheReadsAndOneTransaction() {
      var one = ledger.another();
      var others = List.of(world.put("a", world.now), world.put("b", world.now));

      var results = Refresh.run(source, one, world.scope, others, Deadline.NONE);

      assertThat(results.values()).containsOnly(new RefreshResult.Recorded(CREATED));
      assertThat(one.calls()).containsExactly(Call.SCOPE, Call.HEAD, Call.TOMBSTONES, Call.RECORD);
    }

    @Test
    void aRecordingTakesTheDigestAwayAndTheNextSweepFindsNothingMore() {
      world.edit(profile, "version", 1);
      var before = ledger.scope(world.scope);

      refresh();

      assertThat(ledger.scope(world.scope).digest()).isEmpty();
      assertThat(ledger.scope(world.scope).generation()).isEqualTo(before.generation() + 1);
      assertThat(sweep().changed()).isZero();
    }

    @Test
    void whatOnlyGetReturnsIsLeftToTheProbeOfTheSweeps() {
      source.onlyGetTells.put("extra", 1);
      source.drift.add(new UnmodeledMember("GetInferenceProfile", "extra", "number", "a"));
      sweep(source);
      world.tag(profile, "team", "red");

      assertThat(refresh()).isEqualTo(new RefreshResult.Recorded(UPDATED));

      assertThat(last().fields()).extracting(FieldChange::path).containsExactly("/tags/team");
      assertThat(sweep().changed()).as("nothing is taken back").isZero();
    }

    @Test
    void whatIsNewIsFirstRecordedWithWhatAnObservationWouldReturn() {
      source.onlyGetTells.put("extra", 1);
      source.drift.add(new UnmodeledMember("GetInferenceProfile", "extra", "number", "a"));
      sweep(source);
      var created = world.put("new", world.now);

      Refresh.run(source, ledger, world.scope, List.of(created), Deadline.NONE).get(created);

      assertThat(sweep().changed()).as("nothing is taken back").isZero();
    }

    @Test
    void whatOnlyTheListReturnsStays() {
      source.getLacks.add("version");
      world.tag(profile, "team", "red");

      assertThat(refresh()).isEqualTo(new RefreshResult.Recorded(UPDATED));

      assertThat(last().document().tree().path("version").isMissingNode()).isFalse();
      assertThat(sweep().changed()).as("nothing is put back").isZero();
    }

    @Test
    void schemaDriftOfAnImportedModelIsReported() {
      var models = new World(Kind.IMPORTED_MODEL);
      var model = models.put("model", models.now);
      var reading = new FakeSource(models);
      reading.drift.add(new UnmodeledMember("GetImportedModel", "latency", "number", "a"));

      Refresh.run(reading, ledger, models.scope, List.of(model), Deadline.NONE);

      assertThat(ledger.driftEntries()).hasSize(1);
    }

    @Test
    void observedAtNeverGoesBackThoughTheClockDoes() {
      world.now = world.now.minusSeconds(600);
      world.edit(profile, "version", 1);

      refresh();

      assertThat(last().observedAt()).isEqualTo(ledger.revisions(profile).getFirst().observedAt());
    }
  }

  @Nested
  class WhatIsNotFound {
    @Test
    void withASuccessfulDeleteEventItIsDeletedWithBothProofs() {
      world.delete(profile);
      ledger.save(world.event(profile, "DeleteInferenceProfile"));

      assertThat(refresh()).isEqualTo(new RefreshResult.Recorded(DELETED));

      assertThat(kinds()).containsExactly(BASELINE, DELETED);
      assertThat(last().proofs().json())
          .contains("\"event\"", "\"eventId\":\"event-1\"", "\"notFound\"", "request-1")
          .doesNotContain("listing");
      assertThat(ledger.heads(world.scope, List.of(profile.id())).intact()).isEmpty();
    }

    @Test
    void itsDeletionIsFoundWithoutReadingOlderEvidence() {
      for (var event = 0; event < 50; event++) {
        ledger.save(world.event(profile, "TagResource"));
        world.now = world.now.plusSeconds(1);
      }
      world.delete(profile);
      ledger.save(world.event(profile, "DeleteInferenceProfile"));

      assertThat(refresh()).isEqualTo(new RefreshResult.Recorded(DELETED));
      assertThat(ledger.evidenceRead()).isEqualTo(1);
    }

    @Test
    void itsDeletionIsRecordedOnceHoweverOftenTheEventComes() {
      world.delete(profile);
      ledger.save(world.event(profile, "DeleteInferenceProfile"));

      refresh();

      assertThat(refresh()).isEqualTo(new RefreshResult.Unchanged());
      assertThat(kinds()).containsExactly(BASELINE, DELETED);
    }

    @Test
    void withoutEvidenceOfItsDeletionTheNextSweepDecides() {
      world.delete(profile);
      ledger.save(world.event(profile, "TagResource", "team"));

      assertThat(refresh()).isEqualTo(new RefreshResult.Unchanged());
      assertThat(kinds()).containsExactly(BASELINE);

      sweep();
      assertThat(kinds()).containsExactly(BASELINE, DELETED);
    }

    @Test
    void aRefusedDeletionProvesNothing() {
      world.delete(profile);
      ledger.save(
          world
              .event(profile, "DeleteInferenceProfile")
              .ofFailure(new Evidence.Refusal("AccessDenied", "not authorized")));

      assertThat(refresh()).isEqualTo(new RefreshResult.Unchanged());
      assertThat(kinds()).containsExactly(BASELINE);
    }

    @Test
    void theDeletionOfAnotherProvesNothing() {
      world.delete(profile);
      ledger.save(world.event(world.arn("profile2"), "DeleteInferenceProfile"));

      assertThat(refresh()).isEqualTo(new RefreshResult.Unchanged());
      assertThat(kinds()).containsExactly(BASELINE);
    }

    @Test
    void aDeleteEventOfWhatIsStillThereDeletesNothing() {
      ledger.save(world.event(profile, "DeleteInferenceProfile"));

      assertThat(refresh()).isEqualTo(new RefreshResult.Unchanged());
      assertThat(kinds()).containsExactly(BASELINE);
    }

    @Test
    void whatWasNeverKnownIsOnlyEvidence() {
      var unknown = world.arn("unknown");
      ledger.save(world.event(unknown, "DeleteInferenceProfile"));

      assertThat(refresh(unknown)).isEqualTo(new RefreshResult.Unchanged());
      assertThat(ledger.revisions(unknown)).isEmpty();
    }
  }

  @Nested
  class WhatIsUnknown {
    @Test
    void aRefusedGetRecordsNothingAndSaysWhy() {
      world.edit(profile, "version", 1);
      source.presenceDenied.add(profile);
      ledger.save(world.event(profile, "DeleteInferenceProfile"));

      assertThat(refresh())
          .isInstanceOfSatisfying(
              RefreshResult.Failed.class,
              failed -> assertThat(failed.failure().reason()).isEqualTo(Reason.DENIED));
      assertThat(kinds()).containsExactly(BASELINE);
    }

    @Test
    void unreadTagsRecordNothingThoughTheRestDiffers() {
      world.edit(profile, "version", 1);
      source.tagsDenied.add(profile);

      assertThat(refresh())
          .isInstanceOfSatisfying(
              RefreshResult.Failed.class,
              failed -> assertThat(failed.failure().operation()).isEqualTo("ListTagsForResource"));
      assertThat(kinds()).containsExactly(BASELINE);
    }

    @Test
    void whatVanishesBeforeItsTagsAreReadIsDeletedOnlyByGetsProof() {
      world.edit(profile, "version", 1);
      ledger.save(world.event(profile, "DeleteInferenceProfile"));
      source.afterGet = () -> world.delete(profile);

      assertThat(refresh()).isEqualTo(new RefreshResult.Recorded(DELETED));

      assertThat(last().proofs().json()).contains("\"operation\":\"Get\"");
    }

    @Test
    void aLedgerThatCannotBeReachedThrows() {
      ledger.reachable(false);

      assertThatThrownBy(RefreshTest.this::refresh).isInstanceOf(LedgerUnavailableException.class);
    }
  }

  @Nested
  class WhenOthersRecord {
    @Test
    void aLostConditionOverTheSameHeadRecordsTheSameReading() {
      world.edit(profile, "version", 1);
      ledger.before(Call.RECORD, () -> recordElsewhere(world.put("other", world.now)));

      assertThat(refresh()).isEqualTo(new RefreshResult.Recorded(UPDATED));

      assertThat(source.calls()).containsEntry("Get", 1);
      assertThat(versions()).containsExactly(0L, 1L);
    }

    @Test
    void aLostConditionOverAnotherHeadAsksAgain() {
      world.edit(profile, "version", 1);
      ledger.before(
          Call.RECORD,
          () -> {
            world.edit(profile, "version", 2);
            recordElsewhere(profile);
          });

      assertThat(refresh()).isEqualTo(new RefreshResult.Unchanged());

      assertThat(source.calls()).containsEntry("Get", 2);
      assertThat(versions()).containsExactly(0L, 2L);
    }

    @Test
    void aLostConditionOverADeletedHeadAsksAgain() {
      world.edit(profile, "version", 1);
      ledger.before(
          Call.RECORD,
          () -> {
            world.delete(profile);
            sweepElsewhere();
          });

      assertThat(refresh()).isEqualTo(new RefreshResult.Unchanged());

      assertThat(kinds()).containsExactly(BASELINE, DELETED);
    }

    @Test
    void aReturnRecordedMeanwhileIsNotDeleted() {
      world.delete(profile);
      ledger.save(world.event(profile, "DeleteInferenceProfile"));
      ledger.before(
          Call.RECORD,
          () -> {
            recordElsewhere(profile);
            world.put("profile");
            ledger.save(world.event(profile, "CreateInferenceProfile"));
            recordElsewhere(profile);
          });

      assertThat(refresh()).isEqualTo(new RefreshResult.Unchanged());

      assertThat(kinds()).containsExactly(BASELINE, DELETED, CREATED);
      assertThat(ledger.heads(world.scope, List.of(profile.id())).intact()).isNotEmpty();
    }

    @Test
    void usedUpRetriesAreSaidAndRecordNothing() {
      world.edit(profile, "version", 1);
      ledger.fail(Stream.generate(() -> Fault.LOST).limit(50).toArray(Fault[]::new));

      assertThat(refresh())
          .isInstanceOfSatisfying(
              RefreshResult.Failed.class,
              failed -> assertThat(failed.failure().message()).contains("other writers"));
      assertThat(kinds()).containsExactly(BASELINE);
    }

    @Test
    void anUnknownOutcomeThatWasWrittenIsOneRevision() {
      world.edit(profile, "version", 1);
      ledger.fail(Fault.UNKNOWN_WRITTEN);

      assertThat(refresh()).isEqualTo(new RefreshResult.Recorded(UPDATED));
      assertThat(versions()).containsExactly(0L, 1L);
    }

    @Test
    void anUnknownDeletionThatWasWrittenIsOneRevision() {
      world.delete(profile);
      ledger.save(world.event(profile, "DeleteInferenceProfile"));
      ledger.fail(Fault.UNKNOWN_WRITTEN);

      assertThat(refresh()).isEqualTo(new RefreshResult.Recorded(DELETED));
      assertThat(kinds()).containsExactly(BASELINE, DELETED);
    }

    @Test
    void anUnknownOutcomeThatWasNotWrittenIsRecordedAgain() {
      world.edit(profile, "version", 1);
      ledger.fail(Fault.UNKNOWN_NOT_WRITTEN);

      assertThat(refresh()).isEqualTo(new RefreshResult.Recorded(UPDATED));

      assertThat(source.calls()).containsEntry("Get", 1);
      assertThat(versions()).containsExactly(0L, 1L);
    }

    @Test
    void aWriteThatArrivesLateIsRefusedOnceItWasRecordedAgain() {
      world.edit(profile, "version", 1);
      ledger.fail(Fault.UNKNOWN_DELAYED);

      assertThat(refresh()).isEqualTo(new RefreshResult.Recorded(UPDATED));

      assertThat(ledger.release()).isZero();
      assertThat(versions()).containsExactly(0L, 1L);
    }

    private void recordElsewhere(Arn arn) {
      Refresh.run(new FakeSource(world), ledger.another(), world.scope, List.of(arn), Deadline.NONE)
          .get(arn);
    }

    private void sweepElsewhere() {
      new Sweep(new FakeSource(world), ledger.another(), world::tick)
          .run(world.scope, Optional.empty(), Deadline.NONE);
    }
  }

  private SweepReport sweep(Source from) {
    return new Sweep(from, ledger, world::tick).run(world.scope, Optional.empty(), Deadline.NONE);
  }

  private SweepReport sweep() {
    return new Sweep(new FakeSource(world), ledger, world::tick)
        .run(world.scope, Optional.empty(), Deadline.NONE);
  }

  @Test
  void aLostScopeItemRecordsNothing() {
    sweep();
    var before = ledger.revisions(profile);
    ledger.loseScope(world.scope);
    world.edit(profile, "version", 1);

    assertThat(refresh()).isInstanceOf(RefreshResult.LeftOut.class);

    assertThat(ledger.revisions(profile)).isEqualTo(before);
  }

  @Test
  void aResourceWhoseItemsContradictEachOtherFailsNoOther() {
    var other = world.put("other");
    sweep();
    ledger.loseHead(profile);
    world.edit(other, "version", 1);

    var results = Refresh.run(source, ledger, world.scope, List.of(profile, other), Deadline.NONE);

    assertThat(results.get(profile)).isInstanceOf(RefreshResult.LeftOut.class);
    assertThat(results.get(other)).isEqualTo(new RefreshResult.Recorded(UPDATED));
  }

  @Test
  void aHeadThatIsStoredReducedWaitsForTheNextListing() {
    for (var i = 0; i < 3_000; i++) {
      world.tag(profile, "key" + i, "v".repeat(200));
    }
    sweep();
    var before = ledger.revisions(profile);
    world.edit(profile, "version", 1);

    assertThat(refresh()).isEqualTo(new RefreshResult.Unchanged());

    assertThat(ledger.revisions(profile)).isEqualTo(before);
  }

  private RefreshResult refresh() {
    return refresh(profile);
  }

  private RefreshResult refresh(Arn arn) {
    return requireNonNull(
        Refresh.run(source, ledger, world.scope, List.of(arn), Deadline.NONE).get(arn));
  }

  private Revision last() {
    return ledger.revisions(profile).getLast();
  }

  private List<ChangeKind> kinds() {
    return ledger.revisions(profile).stream().map(Revision::change).toList();
  }

  private List<Long> versions() {
    return ledger.revisions(profile).stream()
        .map(revision -> revision.document().tree().path("version").asLong())
        .toList();
  }
}
