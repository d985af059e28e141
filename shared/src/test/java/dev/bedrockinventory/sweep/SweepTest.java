package dev.bedrockinventory.sweep;

import static dev.bedrockinventory.model.ChangeKind.BASELINE;
import static dev.bedrockinventory.model.ChangeKind.CREATED;
import static dev.bedrockinventory.model.ChangeKind.DELETED;
import static dev.bedrockinventory.model.ChangeKind.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.change.Digests;
import dev.bedrockinventory.ledger.FakeLedger;
import dev.bedrockinventory.ledger.FakeLedger.Call;
import dev.bedrockinventory.ledger.FakeLedger.Fault;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.UnmodeledMember;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SweepTest {
  private final World world = new World(Kind.APPLICATION_INFERENCE_PROFILE);
  private final FakeSource source = new FakeSource(world);
  private final FakeLedger ledger = new FakeLedger();

  @Nested
  class NothingNoisy {
    @Test
    void whatIsSeenUntilTheFirstCompleteObservationEndsIsBaseline() {
      var early = world.put("early");
      source.unreadable.add(world.put("unreadable"));
      sweep();
      source.unreadable.clear();

      var report = sweep();

      assertThat(report.changes()).containsEntry(BASELINE, 1).containsEntry(CREATED, 0);
      assertThat(kinds(early)).containsExactly(BASELINE);
    }

    @Test
    void whatAppearsAfterTheFirstCompleteObservationIsCreated() {
      sweep();
      var profile = world.put("new", world.now);

      sweep();

      assertThat(kinds(profile)).containsExactly(CREATED);
    }

    @Test
    void theOrderOfAnUnknownArrayIsNoChange() {
      var profile = world.put("a");
      world.document(profile).putArray("steps").add("x").add("y");
      sweep();
      world.document(profile).putArray("steps").add("y").add("x");

      var report = sweep();

      assertThat(report.changed()).isZero();
      assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    void aResourceOlderThanTheFirstObservationButListedOnlyLaterIsBaseline() {
      source.omitted.add(world.put("late", World.LONG_AGO));
      sweep();
      source.omitted.clear();

      sweep();

      assertThat(kinds(world.arn("late"))).containsExactly(BASELINE);
    }

    @Test
    void aSystemProfileSeenAfterTheFirstObservationIsCreatedHoweverOldItSaysItIs() {
      var system = new World(Kind.SYSTEM_INFERENCE_PROFILE);
      sweep(system);
      var profile = system.put("us.amazon.nova-lite-v1:0", World.LONG_AGO);

      sweep(system);

      assertThat(kinds(profile)).containsExactly(CREATED);
    }

    @Test
    void aFirstObservationThatEndsWhileAnotherRecordsMakesItDecideTheChangeKindAgain() {
      world.put("a", Instant.parse("2026-11-22T23:00:00Z"));
      source.afterListing =
          () -> {
            source.afterListing = () -> {};
            new Sweep(
                    new FakeSource(new World(world.scope.kind())),
                    ledger.another(),
                    () -> world.now)
                .run(world.scope, Optional.empty(), Deadline.NONE);
          };

      sweep();

      assertThat(kinds(world.arn("a"))).containsExactly(CREATED);
    }
  }

  @Nested
  class NothingInvented {
    private final Arn kept = world.put("kept");
    private final Arn gone = world.put("gone");

    @Test
    void aResourceThatTheListingLacksAndGetDoesNotFindIsDeletedWithBothProofs() {
      sweep();
      world.delete(gone);

      var report = sweep();

      assertThat(report.changes()).containsEntry(DELETED, 1);
      assertThat(kinds(gone)).containsExactly(BASELINE, DELETED);
      assertThat(ledger.revisions(gone).getLast().proofs().json())
          .contains("\"listing\"", "\"notFound\"", "\"requestId\":\"request-1\"");
      assertThat(kinds(kept)).containsExactly(BASELINE);
    }

    @Test
    void aRefusedObservationDeletesNothing() {
      sweep();
      world.delete(gone);
      source.refused = true;

      var report = sweep();

      assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(report.reason()).contains(Reason.DENIED);
      assertThat(kinds(gone)).containsExactly(BASELINE);
      assertThat(ledger.scope(world.scope).lastCompleteAt()).isPresent();
    }

    @Test
    void aScopeThatWasNeverReadMayBeUnsupported() {
      source.refused = true;
      source.refusal = Reason.UNSUPPORTED;

      var report = sweep();

      assertThat(report.reason()).contains(Reason.UNSUPPORTED);
      assertThat(report.isFine()).isTrue();
      assertThat(ledger.scope(world.scope).lastUnsupportedAt()).isPresent();
      assertThat(ledger.reports()).isEmpty();
    }

    @Test
    void aScopeThatWasReadCompletelyIsDeniedAndNotUnsupported() {
      sweep();

      assertDeniedInsteadOfUnsupported();
    }

    @Test
    void aScopeWithResourcesIsDeniedAndNotUnsupportedThoughItWasNeverReadCompletely() {
      source.unreadable.add(gone);
      sweep();
      assertThat(ledger.scope(world.scope).lastCompleteAt()).isEmpty();

      assertDeniedInsteadOfUnsupported();
    }

    private void assertDeniedInsteadOfUnsupported() {
      source.refused = true;
      source.refusal = Reason.UNSUPPORTED;

      var report = sweep();

      assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(report.reason()).contains(Reason.DENIED);
      assertThat(report.isFine()).isFalse();
      assertThat(report.failures())
          .singleElement()
          .satisfies(failure ->
              assertThat(failure.message())
                  .startsWith("set to fail; Bedrock was read here before"));
      assertThat(ledger.scope(world.scope).reason()).contains(Reason.DENIED);
      assertThat(ledger.scope(world.scope).lastUnsupportedAt()).isEmpty();
      assertThat(ledger.reports())
          .last()
          .satisfies(stored -> assertThat(stored.reason()).contains(Reason.DENIED));
    }

    @Test
    void anIncompleteListingDeletesNothingAndAsksForNothing() {
      sweep();
      world.delete(gone);
      source.cutShort = true;

      var report = sweep();

      assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
      assertThat(report.apiCalls()).containsOnlyKeys("List");
      assertThat(kinds(gone)).containsExactly(BASELINE);
    }

    @Test
    void anOmissionIsCountedAndDeletesNothing() {
      sweep();
      source.omitted.add(gone);

      var report = sweep();

      assertThat(report.omissions()).isEqualTo(1);
      assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
      assertThat(report.failures()).isEmpty();
      assertThat(kinds(gone)).containsExactly(BASELINE);
    }

    @Test
    void anOmittedResourceKeepsItsTagsWhichGetDoesNotReturn() {
      world.tag(gone, "team", "red");
      sweep();
      source.omitted.add(gone);

      sweep();

      assertThat(kinds(gone)).containsExactly(BASELINE);
    }

    @Test
    void anOmissionThatBecomesADeletionIsFoundThoughTheListingStaysTheSame() {
      sweep();
      source.omitted.add(gone);
      sweep();
      world.delete(gone);

      sweep();

      assertThat(kinds(gone)).containsExactly(BASELINE, DELETED);
    }

    @Test
    void aRefusedProofLeavesTheResourceAloneAndSaysSoUntilItIsAllowed() {
      sweep();
      world.delete(gone);
      source.presenceDenied.add(gone);

      var refused = sweep();
      source.presenceDenied.clear();
      var allowed = sweep();

      assertThat(refused.outcome()).isEqualTo(Outcome.COMPLETE);
      assertThat(refused.failures()).hasSize(1);
      assertThat(refused.changed()).isZero();
      assertThat(allowed.changes()).containsEntry(DELETED, 1);
    }

    @Test
    void oneResourceUnreadableForGoodDoesNotHideARealDeletion() {
      var unreadable = world.put("unreadable");
      sweep();
      source.unreadable.add(unreadable);
      world.edit(unreadable, "hidden", 1);
      world.delete(gone);

      var report = sweep();

      assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
      assertThat(kinds(gone)).containsExactly(BASELINE, DELETED);
      assertThat(kinds(unreadable)).containsExactly(BASELINE);
    }

    @Test
    void aPartialObservationIsNoCompleteOneThoughWhatItReadEqualsTheHeads() {
      sweep();
      var before = ledger.scope(world.scope).lastCompleteAt();
      source.unreadable.add(world.put("new"));

      var report = sweep();

      assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
      assertThat(report.failures()).hasSize(1);
      assertThat(ledger.scope(world.scope).lastCompleteAt()).isEqualTo(before);
    }

    @Test
    void aListedResourceThatVanishesIsLeftAsItWasAndIsNoFailure() {
      sweep();
      source.vanishing.add(gone);

      var report = sweep();

      assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
      assertThat(report.failures()).isEmpty();
      assertThat(report.apiCalls()).containsOnlyKeys("List");
      assertThat(kinds(gone)).containsExactly(BASELINE);
    }
  }

  @Nested
  class TheTagIndexLags {
    private final Arn profile = world.put("profile");

    @Test
    void tagsThatDifferAreConfirmedByTheirAuthority() {
      sweep();
      world.tag(profile, "team", "red");

      var report = sweep();

      assertThat(report.apiCalls()).containsEntry("ListTagsForResource", 1);
      assertThat(ledger.revisions(profile).getLast().fields())
          .extracting(FieldChange::path)
          .containsExactly("/tags/team");
    }

    @Test
    void aStaleTagIndexIsNoChange() {
      world.tag(profile, "team", "red");
      sweep();
      source.tagIndex.put(profile, world.tagsOf(profile).deepCopy().put("team", "stale"));

      var report = sweep();

      assertThat(report.changed()).isZero();
      assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
      assertThat(kinds(profile)).containsExactly(BASELINE);
    }

    @Test
    void tagsThatCannotBeConfirmedLeaveTheResourceAsItWas() {
      sweep();
      world.tag(profile, "team", "red");
      source.tagsDenied.add(profile);

      var report = sweep();

      assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
      assertThat(report.reason()).contains(Reason.DENIED);
      assertThat(kinds(profile)).containsExactly(BASELINE);
    }

    @Test
    void aFirstObservationOfOldProfilesCostsNoCallForEach() {
      var report = sweep();

      assertThat(report.apiCalls()).containsOnlyKeys("List");
    }

    @Test
    void aYoungProfilesTagsAreConfirmedEvenOnAFirstObservation() {
      var young = world.put("young", world.now.minus(Duration.ofMinutes(59)));
      world.tag(young, "team", "red");
      source.tagIndex.put(young, world.tagsOf(profile));

      var report = sweep();

      assertThat(report.apiCalls()).containsEntry("ListTagsForResource", 1);
      assertThat(ledger.revisions(young).getLast().document().tags().path("team").asText())
          .isEqualTo("red");
    }

    @Test
    void aCreatedProfilesTagsAreConfirmed() {
      sweep();
      var created = world.put("created", world.now);
      world.tag(created, "team", "blue");
      source.tagIndex.put(created, world.tagsOf(profile));

      sweep();

      assertThat(ledger.revisions(created)).hasSize(1);
      assertThat(ledger.revisions(created).getLast().document().tags().path("team").asText())
          .isEqualTo("blue");
    }

    @Test
    void aReturnedProfilesTagsAreConfirmed() {
      sweep();
      world.delete(profile);
      sweep();
      world.put("profile");
      world.tag(profile, "team", "green");
      source.tagIndex.put(profile, world.tagsOf(profile).deepCopy().removeAll());

      sweep();

      assertThat(ledger.revisions(profile).getLast().document().tags().path("team").asText())
          .isEqualTo("green");
    }

    @Test
    void aProfileThatVanishesBeforeItsTagsAreConfirmedIsLeftAsItWas() {
      sweep();
      world.tag(profile, "team", "red");
      source.afterListing = () -> world.delete(profile);

      var report = sweep();

      assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
      assertThat(kinds(profile)).containsExactly(BASELINE);
    }
  }

  @Nested
  class AlmostNothingSpent {
    @Test
    void aCompleteObservationThatEqualsTheHeadsIsOneReadAndOneWriteHoweverManyThereAre() {
      IntStream.range(0, 2_000).forEach(i -> world.put("profile" + i));
      sweep();
      var second = ledger.another();

      var report =
          new Sweep(source, second, () -> world.now)
              .run(world.scope, Optional.empty(), Deadline.NONE);

      assertThat(report.changed()).isZero();
      assertThat(second.calls()).containsExactly(Call.SCOPE, Call.END_LOOK);
      assertThat(report.seen()).isEqualTo(2_000);
    }

    @Test
    void aPartialObservationStoresADigestTooSoThatTheNextCompleteOneIsShort() {
      world.put("a");
      source.unreadable.add(world.put("b"));
      sweep();
      world.delete(world.arn("b"));
      source.unreadable.clear();
      var second = ledger.another();

      new Sweep(source, second, () -> world.now).run(world.scope, Optional.empty(), Deadline.NONE);

      assertThat(second.calls()).containsExactly(Call.SCOPE, Call.END_LOOK);
    }

    @Test
    void aSweepPlannedBeforeTheLastCompleteObservationIsSkippedWithoutReading() {
      world.put("a");
      var planned = world.now;
      sweep();

      var report =
          new Sweep(source, ledger, world::tick)
              .run(world.scope, Optional.of(planned), Deadline.NONE);

      assertThat(report.skipped()).isTrue();
      assertThat(source.calls()).containsEntry("List", 1);
    }

    @Test
    void aSweepPlannedAfterTheLastCompleteObservationReads() {
      sweep();

      var report =
          new Sweep(source, ledger, world::tick)
              .run(world.scope, Optional.of(world.tick()), Deadline.NONE);

      assertThat(report.skipped()).isFalse();
      assertThat(source.calls()).containsEntry("List", 2);
    }

    @Test
    void schemaDriftIsReportedOnce() {
      source.drift.add(new UnmodeledMember("ListInferenceProfiles", "latency", "number", "a"));
      sweep();
      sweep();

      assertThat(ledger.calls().stream().filter(Call.REPORT_DRIFT::equals)).hasSize(1);
      assertThat(ledger.driftEntries()).hasSize(1);
    }

    @Test
    void schemaDriftThatOnlyAConfirmationReturnedIsCountedOnceWithTheObservations() {
      var arn = world.put("a");
      sweep();
      source.omitted.add(arn);
      source.drift.add(new UnmodeledMember("ListInferenceProfiles", "latency", "number", "a"));
      source.presenceDrift.add(new UnmodeledMember("GetInferenceProfile", "quota", "number", "a"));

      assertThat(sweep().drift()).isEqualTo(2);
      assertThat(ledger.driftEntries()).hasSize(2);
    }

    @Test
    void onlyASweepThatChangedSomethingOrFailedKeepsAReport() {
      world.put("a");
      sweep();
      sweep();
      source.refused = true;
      sweep();

      assertThat(ledger.reports()).hasSize(2);
    }
  }

  @Nested
  class NothingLost {
    private final Arn profile = world.put("profile");

    @Test
    void aReturnUnderTheSameArnContinuesTheNumbersAsCreated() {
      sweep();
      world.delete(profile);
      sweep();
      world.put("profile");

      sweep();

      assertThat(kinds(profile)).containsExactly(BASELINE, DELETED, CREATED);
      assertThat(ledger.revisions(profile))
          .extracting(Revision::number)
          .containsExactly(1L, 2L, 3L);
      assertThat(ledger.tombstones(world.scope, List.of(profile.id())).intact()).isEmpty();
      assertThat(ledger.heads(world.scope).intact().values())
          .extracting(Head::firstSeenAt)
          .containsExactly(ledger.revisions(profile).getFirst().observedAt());
    }

    @Test
    void aReadingOvertakenByANewerRecordedOneIsNotRecorded() {
      sweep();
      world.edit(profile, "version", 1);
      source.afterListing =
          () -> {
            source.afterListing = () -> {};
            world.edit(profile, "version", 2);
            sweepAnother();
          };

      var report = sweep();

      assertThat(report.changed()).isZero();
      assertThat(versions(profile)).containsExactly(0L, 2L);
    }

    @Test
    void aDeletionRecordedMeanwhileIsNotUndoneByAnOlderSighting() {
      sweep();
      source.afterListing =
          () -> {
            source.afterListing = () -> {};
            world.delete(profile);
            sweepAnother();
          };
      world.edit(profile, "version", 1);

      sweep();

      assertThat(kinds(profile)).containsExactly(BASELINE, DELETED);
    }

    @Test
    void aReturnRecordedMeanwhileIsNotDeletedByAnOlderListing() {
      sweep();
      world.delete(profile);
      source.afterListing =
          () -> {
            source.afterListing = () -> {};
            sweepAnother();
            world.put("profile");
            sweepAnother();
            world.delete(profile);
          };

      sweep();

      assertThat(kinds(profile)).containsExactly(BASELINE, DELETED, CREATED);
    }

    @Test
    void aLostConditionIsDecidedAgainFromTheSameObservation() {
      sweep();
      world.edit(profile, "version", 1);
      ledger.fail(Fault.LOST, Fault.LOST);

      var report = sweep();

      assertThat(report.outcome()).isEqualTo(Outcome.COMPLETE);
      assertThat(report.changes()).containsEntry(UPDATED, 1);
      assertThat(source.calls()).containsEntry("List", 2);
      assertThat(versions(profile)).containsExactly(0L, 1L);
    }

    @Test
    void anUnknownOutcomeThatWasWrittenIsOneRevisionAndCountedOnce() {
      sweep();
      world.edit(profile, "version", 1);
      ledger.fail(Fault.UNKNOWN_WRITTEN);

      var report = sweep();

      assertThat(report.changes()).containsEntry(UPDATED, 1);
      assertThat(versions(profile)).containsExactly(0L, 1L);
      sweep();
      assertStoredDigestIsThatOfTheHeads();
    }

    @Test
    void anUnknownDeletionThatWasWrittenIsCountedOnce() {
      sweep();
      world.delete(profile);
      ledger.fail(Fault.UNKNOWN_WRITTEN);

      var report = sweep();

      assertThat(report.changes()).containsEntry(DELETED, 1);
      assertThat(kinds(profile)).containsExactly(BASELINE, DELETED);
    }

    @Test
    void anUnknownOutcomeThatWasNotWrittenIsRecordedAgain() {
      sweep();
      world.edit(profile, "version", 1);
      ledger.fail(Fault.UNKNOWN_NOT_WRITTEN);

      var report = sweep();

      assertThat(report.changes()).containsEntry(UPDATED, 1);
      assertThat(versions(profile)).containsExactly(0L, 1L);
    }

    @Test
    void aWriteThatArrivesAfterItsSweepWasAbandonedAndAnotherRecordedIsRefused() {
      sweep();
      world.edit(profile, "version", 1);
      var given = ledger.another();
      given.fail(Fault.UNKNOWN_DELAYED);
      given.before(Call.SCOPE, () -> {});
      given.before(Call.SCOPE, SweepTest::crash);
      assertThatThrownBy(() ->
              new Sweep(source, given, world::tick)
                  .run(world.scope, Optional.empty(), Deadline.NONE))
          .isInstanceOf(Crash.class);
      world.edit(profile, "version", 2);
      sweep();

      var written = given.release();

      assertThat(written).isZero();
      assertThat(versions(profile)).containsExactly(0L, 2L);
      assertStoredDigestIsThatOfTheHeads();
    }

    @Test
    void aWriteThatArrivesBetweenTheLastReadAndTheDigestTakesTheDigestAway() {
      sweep();
      world.edit(profile, "version", 1);
      var given = ledger.another();
      given.fail(Fault.UNKNOWN_DELAYED);
      given.before(Call.SCOPE, () -> {});
      given.before(Call.SCOPE, SweepTest::crash);
      assertThatThrownBy(() ->
              new Sweep(source, given, world::tick)
                  .run(world.scope, Optional.empty(), Deadline.NONE))
          .isInstanceOf(Crash.class);
      source.unreadable.add(profile);
      ledger.before(Call.END_LOOK, given::release);

      sweep();

      assertThat(versions(profile)).containsExactly(0L, 1L);
      assertThat(ledger.scope(world.scope).digest()).isEmpty();
    }

    @Test
    void aLostDigestConditionStillWritesThatTheObservationWasComplete() {
      sweep();
      var before = ledger.scope(world.scope).lastCompleteAt();
      world.edit(profile, "version", 1);
      ledger.before(
          Call.END_LOOK,
          () -> {
            world.edit(profile, "version", 2);
            var other = ledger.another();
            other.before(Call.SCOPE, () -> {});
            other.before(Call.END_LOOK, SweepTest::crash);
            assertThatThrownBy(() ->
                    new Sweep(source, other, world::tick)
                        .run(world.scope, Optional.empty(), Deadline.NONE))
                .isInstanceOf(Crash.class);
          });

      sweep();

      assertThat(ledger.scope(world.scope).digest()).isEmpty();
      assertThat(ledger.scope(world.scope).lastCompleteAt()).isNotEqualTo(before);
    }

    @Test
    void usedUpRetriesEndThePartialSweepSaySoAndStoreNoDigest() {
      sweep();
      world.edit(profile, "version", 1);
      ledger.fail(Stream.generate(() -> Fault.LOST).limit(200).toArray(Fault[]::new));
      var before = ledger.scope(world.scope);

      var report = sweep();

      assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
      assertThat(report.failures().getFirst().message())
          .contains("other writers updated this scope");
      assertThat(ledger.scope(world.scope).lastCompleteAt()).isEqualTo(before.lastCompleteAt());
      assertThat(ledger.scope(world.scope).digest()).isEqualTo(before.digest());
    }

    @Test
    void aResourceWhoseItemsContradictEachOtherHoldsNothingElseUp() {
      var other = world.put("other");
      sweep();
      ledger.loseHead(profile);
      world.edit(other, "version", 1);

      var report = sweep();

      assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
      assertThat(report.failures())
          .singleElement()
          .satisfies(failure -> {
            assertThat(failure.resource()).contains(profile);
            assertThat(failure.message()).contains("contradict", "inventory verify");
          });
      assertThat(versions(other)).containsExactly(0L, 1L);
    }

    @Test
    void aLostScopeItemIsReportedAndNeverTakenForACompleteObservation() {
      sweep();
      ledger.loseScope(world.scope);
      world.edit(profile, "version", 1);

      var report = sweep();

      assertThat(report.outcome()).isEqualTo(Outcome.PARTIAL);
      assertThat(report.failures().getFirst().message()).contains("run verify");
      assertThat(ledger.scope(world.scope).digest()).isEmpty();
      assertThat(ledger.scope(world.scope).lastCompleteAt()).isEmpty();
      assertThat(versions(profile)).containsExactly(0L);
    }

    @Test
    void whatWasDecidedIsRecordedBeforeMoreIsAsked() {
      sweep();
      for (var i = 0; i < 300; i++) {
        world.put("young" + i, world.now);
      }
      var dying = ledger.another();
      dying.before(Call.RECORD, () -> {});
      dying.before(Call.RECORD, SweepTest::crash);

      assertThatThrownBy(() ->
              new Sweep(source, dying, world::tick)
                  .run(world.scope, Optional.empty(), Deadline.NONE))
          .isInstanceOf(Crash.class);

      assertThat(source.calls().get("ListTagsForResource")).isEqualTo(100);
      assertThat(ledger.heads(world.scope).intact()).hasSizeGreaterThan(1);
    }

    @Test
    void anOmittedResourceKeepsWhatOnlyTheListReturns() {
      source.onlyListed.put("tier", "gold");
      sweep();
      source.omitted.add(profile);
      world.edit(profile, "version", 1);

      sweep();

      assertThat(ledger.revisions(profile).getLast().fields())
          .extracting(FieldChange::path)
          .containsExactly("/version");
    }

    @Test
    void anOmittedResourceWhoseHeadIsReducedWaitsForTheNextListing() {
      for (var i = 0; i < 3_000; i++) {
        world.tag(profile, "key" + i, "v".repeat(200));
      }
      sweep();
      source.omitted.add(profile);

      var report = sweep();

      assertThat(report.omissions()).isEqualTo(1);
      assertThat(kinds(profile)).containsExactly(BASELINE);
      assertThat(ledger.scope(world.scope).detailed()).isFalse();
    }

    @Test
    void observedAtNeverGoesBackThoughTheClockDoes() {
      sweep();
      world.now = world.now.minusSeconds(600);
      world.edit(profile, "version", 1);

      sweep();

      var revisions = ledger.revisions(profile);
      assertThat(revisions.getLast().observedAt()).isEqualTo(revisions.getFirst().observedAt());
    }

    @Test
    void aMemberThatOnlyGetReturnsMakesTheScopeDetailedForGood() {
      source.getTellsMore = true;
      sweep();
      source.getTellsMore = false;

      sweep();

      assertThat(ledger.scope(world.scope).detailed()).isTrue();
    }

    @Test
    void onlyTheProbeMakesAScopeDetailed() {
      sweep();
      source.omitted.add(profile);
      world.edit(profile, "latency", 3);

      sweep();

      assertThat(ledger.scope(world.scope).detailed()).isFalse();
      assertThat(kinds(profile)).containsExactly(BASELINE, UPDATED);
    }
  }

  private SweepReport sweep() {
    return new Sweep(source, ledger, world::tick).run(world.scope, Optional.empty(), Deadline.NONE);
  }

  private void sweep(World other) {
    new Sweep(new FakeSource(other), ledger, other::tick)
        .run(other.scope, Optional.empty(), Deadline.NONE);
  }

  private void sweepAnother() {
    new Sweep(new FakeSource(world), ledger.another(), world::tick)
        .run(world.scope, Optional.empty(), Deadline.NONE);
  }

  private List<ChangeKind> kinds(Arn arn) {
    return ledger.revisions(arn).stream().map(Revision::change).toList();
  }

  private List<Long> versions(Arn arn) {
    return ledger.revisions(arn).stream()
        .map(revision -> revision.document().tree().path("version").asLong())
        .toList();
  }

  private void assertStoredDigestIsThatOfTheHeads() {
    var hashes = new TreeMap<Arn, String>();
    ledger.heads(world.scope).intact().forEach((arn, head) -> hashes.put(arn, head.contentHash()));
    assertThat(ledger.scope(world.scope).digest()).contains(Digests.ofScope(hashes));
  }

  private static void crash() {
    throw new Crash();
  }

  /** The process ends here. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
