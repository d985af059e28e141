package dev.bedrockinventory.ledger;

import static dev.bedrockinventory.ledger.Samples.NOON;
import static dev.bedrockinventory.ledger.Samples.SCOPE;
import static dev.bedrockinventory.ledger.Samples.arn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.change.ChangeSets;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.model.Failure;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Reason;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.ScopeState;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.model.UnmodeledMember;
import dev.bedrockinventory.sweep.Commit;
import dev.bedrockinventory.sweep.Ledger;
import dev.bedrockinventory.sweep.ObservationSummary;
import dev.bedrockinventory.sweep.ObservationSummary.StoredDigest;
import dev.bedrockinventory.sweep.SweepReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the ledger port, for every implementation. */
abstract class LedgerContract {
  private static final String MODEL = "amazon.nova-lite-v1:0";

  /** A new ledger on the store of this test. */
  abstract Ledger ledger();

  abstract List<Revision> revisions(Arn arn);

  abstract List<Route> routes(String modelId);

  abstract List<UnmodeledMemberEntry> unmodeledMembers();

  abstract List<SweepReport> reports(Scope scope);

  /** What the store counts for these units. */
  Consumed consumed(double read, double write) {
    return new Consumed(read, write);
  }

  @Test
  void anUnrecordedScopeIsUnknown() {
    assertThat(ledger().scope(SCOPE)).isEqualTo(ScopeState.unknown(SCOPE));
    assertThat(ledger().heads(SCOPE).intact()).isEmpty();
    assertThat(ledger().tombstones(SCOPE, List.of("p1")).intact()).isEmpty();
  }

  @Test
  void aBatchIsRecordedCompletely() {
    var ledger = ledger();
    var one = Samples.first(ledger.scope(SCOPE), "p1");
    var two = Samples.first(ledger.scope(SCOPE), "p2");

    var commit = ledger.record(at(0), List.of(one, two));

    assertThat(commit).isEqualTo(new Commit.Recorded(ledger.scope(SCOPE)));
    var state = ledger.scope(SCOPE);
    assertThat(state.generation()).isEqualTo(1);
    assertThat(state.revisions()).isEqualTo(2);
    assertThat(ledger.heads(SCOPE).intact())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(arn("p1"), one.after(1), arn("p2"), two.after(1)));
    assertThat(revisions(arn("p1"))).containsExactly(one.revision());
    assertThat(revisions(arn("p2"))).containsExactly(two.revision());
    assertThat(routes(MODEL)).extracting(Route::profile).containsExactly(arn("p1"), arn("p2"));
  }

  @Test
  void aResourceIsRecordedFromCreationToReturn() {
    var ledger = ledger();

    var first = recorded(Samples.first(ledger.scope(SCOPE), "p1"));
    var updated = recorded(Samples.updated(head("p1"), "red"));
    var deleted = recorded(Samples.deleted(head("p1")));

    assertThat(ledger.heads(SCOPE).intact()).isEmpty();
    assertThat(routes(MODEL)).isEmpty();
    var tombstone = tombstone("p1");
    assertThat(tombstone.deletedAt()).isEqualTo(deleted.revision().observedAt());
    assertThat(tombstone.last()).isEqualTo(deleted.after(3));

    var returned = recorded(Samples.returned(tombstone));

    assertThat(ledger.tombstones(SCOPE, List.of("p1")).intact()).isEmpty();
    assertThat(head("p1")).isEqualTo(returned.after(4));
    assertThat(revisions(arn("p1")))
        .containsExactly(
            first.revision(), updated.revision(), deleted.revision(), returned.revision());
    assertThat(ledger.scope(SCOPE).revisions()).isEqualTo(4);
    assertThat(routes(MODEL)).hasSize(1);
  }

  @Test
  void onlyTheRequestedTombstonesAreRead() {
    var ledger = ledger();
    recorded(Samples.first(ledger.scope(SCOPE), "p1"));
    recorded(Samples.first(ledger.scope(SCOPE), "p2"));
    recorded(Samples.deleted(head("p1")));
    recorded(Samples.deleted(head("p2")));

    var found = ledger.tombstones(SCOPE, List.of("p2", "p3", "p2")).intact();

    assertThat(found).containsOnlyKeys(arn("p2"));
  }

  @Test
  void allTombstonesOfAScopeAreRead() {
    var ledger = ledger();
    recorded(Samples.first(ledger.scope(SCOPE), "p1"));
    recorded(Samples.first(ledger.scope(SCOPE), "p2"));
    recorded(Samples.first(ledger.scope(SCOPE), "p3"));
    recorded(Samples.deleted(head("p1")));
    recorded(Samples.deleted(head("p3")));
    var other = new Scope("111122223333", "us-east-2", Kind.IMPORTED_MODEL);

    assertThat(ledger.tombstones(SCOPE).intact()).containsOnlyKeys(arn("p1"), arn("p3"));
    assertThat(ledger.tombstones(SCOPE).intact().get(arn("p1"))).isEqualTo(tombstone("p1"));
    assertThat(ledger.tombstones(other).intact()).isEmpty();
  }

  @Test
  void moreTombstonesAreReadThanFitIntoOneRequest() {
    var ledger = ledger();
    recorded(Samples.first(ledger.scope(SCOPE), "p205"));
    recorded(Samples.deleted(head("p205")));

    var found =
        ledger.tombstones(SCOPE, IntStream.range(0, 210).mapToObj(i -> "p" + i).toList()).intact();

    assertThat(found).containsOnlyKeys(arn("p205"));
  }

  @Test
  void headsOfOtherScopesAreNotReturned() {
    var other = new Scope("111122223333", "us-east-2", Kind.IMPORTED_MODEL);
    recorded(Samples.first(ledger().scope(SCOPE), "p1"));

    assertThat(ledger().heads(other).intact()).isEmpty();
    assertThat(ledger().scope(other)).isEqualTo(ScopeState.unknown(other));
  }

  @Test
  void aRouteWhoseRegionsChangeIsPut() {
    recorded(Samples.first(ledger().scope(SCOPE), "p1"));
    var head = head("p1");
    var moved =
        ChangeSets.updated(
            head,
            new ObservedResource(arn("p1"), Samples.document("p1", "blue", "us-east-1", ""), NOON));
    recorded(moved);

    assertThat(routes(MODEL))
        .containsExactly(new Route(MODEL, arn("p1"), new TreeSet<>(Set.of("", "us-east-1"))));
  }

  @Test
  void aTransactionOfAnotherGenerationIsLost() {
    var ledger = ledger();
    recorded(Samples.first(ledger.scope(SCOPE), "p1"));

    lost(0, Samples.first(ScopeState.unknown(SCOPE), "p2"));
    lost(2, Samples.first(ScopeState.unknown(SCOPE), "p2"));
  }

  @Test
  void aFirstTransactionIsPossibleAfterAnEmptyObservation() {
    ledger().endObservation(Samples.complete(Optional.of(new StoredDigest("d".repeat(64), 0))));

    var changeSet = recorded(Samples.first(ledger().scope(SCOPE), "p1"));

    assertThat(changeSet.revision().change()).isEqualTo(ChangeKind.BASELINE);
    assertThat(ledger().scope(SCOPE).digest()).isEmpty();
  }

  @Test
  void aRevisionIsNeverOverwritten() {
    var first = recorded(Samples.first(ledger().scope(SCOPE), "p1"));
    var again = new ChangeSet.Updated(first.revision(), head("p1"));

    lost(1, again);
  }

  @Test
  void aHeadThatWasNotReadIsNotOverwritten() {
    recorded(Samples.first(ledger().scope(SCOPE), "p1"));
    var updated = Samples.updated(head("p1"), "red");

    lost(1, new ChangeSet.First(updated.revision(), ChangeSet.Basis.BEFORE_FIRST_LISTING));
  }

  @Test
  void aHeadOfAnotherRevisionThanTheOneReadIsNotOverwritten() {
    recorded(Samples.first(ledger().scope(SCOPE), "p1"));
    recorded(Samples.updated(head("p1"), "red"));
    var updated = Samples.updated(head("p1"), "green");
    var stale = revision(1, head("p1"));

    lost(2, new ChangeSet.Updated(updated.revision(), stale));
  }

  @Test
  void aHeadThatNoLongerExistsIsNotOverwritten() {
    recorded(Samples.first(ledger().scope(SCOPE), "p1"));
    var head = head("p1");
    recorded(Samples.deleted(head));
    var updated = Samples.updated(revision(2, head), "green");

    lost(2, updated);
  }

  @Test
  void aHeadOfAnotherRevisionThanTheOneReadIsNotDeleted() {
    recorded(Samples.first(ledger().scope(SCOPE), "p1"));
    recorded(Samples.updated(head("p1"), "red"));
    var deleted = Samples.deleted(head("p1"));
    var stale = revision(1, head("p1"));

    lost(2, new ChangeSet.Deleted(deleted.revision(), stale));
  }

  @Test
  void aTombstoneThatWasNotReadIsNotOverwritten() {
    recorded(Samples.first(ledger().scope(SCOPE), "p1"));
    recorded(Samples.deleted(head("p1")));
    var returned = Samples.returned(tombstone("p1"));
    recorded(new ChangeSet.First(returned.revision(), ChangeSet.Basis.BEFORE_FIRST_LISTING));

    lost(3, Samples.deleted(head("p1")));
  }

  @Test
  void aTombstoneOfAnotherRevisionThanTheOneReadIsNotDeleted() {
    recorded(Samples.first(ledger().scope(SCOPE), "p1"));
    recorded(Samples.deleted(head("p1")));
    var tombstone = tombstone("p1");
    var returned = Samples.returned(tombstone);
    var stale = new Tombstone(revision(1, tombstone.last()), tombstone.deletedAt());

    lost(2, new ChangeSet.Returned(returned.revision(), stale));
  }

  @Test
  void aReturnOverATombstoneThatNoLongerExistsIsLost() {
    recorded(Samples.first(ledger().scope(SCOPE), "p1"));
    recorded(Samples.deleted(head("p1")));
    var returned = Samples.returned(tombstone("p1"));
    recorded(returned);
    var again = Samples.updated(head("p1"), "red").revision();

    lost(3, new ChangeSet.Returned(again, ((ChangeSet.Returned) returned).tombstone()));
  }

  @Test
  void aBaselineIsLostAfterTheFirstCompleteObservation() {
    var baseline = Samples.first(ledger().scope(SCOPE), "p1");
    ledger().endObservation(Samples.complete(Optional.empty()));

    lost(0, baseline);
  }

  @Test
  void aCreationIsLostBeforeTheFirstCompleteObservation() {
    ledger().endObservation(Samples.complete(Optional.empty()));
    var created = Samples.first(ledger().scope(SCOPE), "p1");
    var fresh = new Scope("444455556666", "us-east-2", Kind.APPLICATION_INFERENCE_PROFILE);

    assertThat(ledger().record(ScopeState.unknown(fresh), List.of(created)))
        .isInstanceOf(Commit.Lost.class);
    assertThat(ledger().record(at(0), List.of(created))).isInstanceOf(Commit.Recorded.class);
  }

  @Test
  void oneFailedConditionRejectsTheWholeBatch() {
    recorded(Samples.first(ledger().scope(SCOPE), "p1"));
    var good = Samples.first(ledger().scope(SCOPE), "p2");
    var bad = Samples.first(ScopeState.unknown(SCOPE), "p1");

    lost(1, good, bad);

    assertThat(revisions(arn("p2"))).isEmpty();
    assertThat(routes(MODEL)).extracting(Route::profile).containsExactly(arn("p1"));
  }

  @Test
  void aChangeRemovesTheDigest() {
    ledger().endObservation(Samples.complete(Optional.of(new StoredDigest("d".repeat(64), 0))));
    assertThat(ledger().scope(SCOPE).digest()).hasValue("d".repeat(64));

    recorded(Samples.first(ledger().scope(SCOPE), "p1"));

    assertThat(ledger().scope(SCOPE).digest()).isEmpty();
  }

  @Test
  void aCompleteObservationIsStored() {
    ledger().endObservation(Samples.complete(Optional.of(new StoredDigest("d".repeat(64), 0))));

    var state = ledger().scope(SCOPE);
    assertThat(state.firstListingAt()).hasValue(NOON);
    assertThat(state.lastCompleteAt()).hasValue(NOON.plusMillis(1_234));
    assertThat(state.lastAttemptAt()).hasValue(NOON.plusMillis(1_234));
    assertThat(state.outcome()).hasValue(Outcome.COMPLETE);
    assertThat(state.reason()).isEmpty();
    assertThat(state.probed()).hasValue("p1");
    assertThat(state.detailed()).isFalse();
    assertThat(state.driftDigest()).isEmpty();
    assertThat(state.generation()).isZero();
  }

  @Test
  void theStartOfTheFirstCompleteObservationNeverChanges() {
    ledger().endObservation(Samples.complete(Optional.empty()));
    var later = Samples.complete(Optional.empty());

    ledger().endObservation(end(later, Outcome.COMPLETE, 3_600, false, Optional.empty()));

    var state = ledger().scope(SCOPE);
    assertThat(state.firstListingAt()).hasValue(NOON);
    assertThat(state.lastCompleteAt()).hasValue(NOON.plusSeconds(3_600).plusMillis(1_234));
  }

  @Test
  void aPartialOrDeniedObservationUpdatesOnlyTheAttempt() {
    ledger().endObservation(Samples.complete(Optional.of(new StoredDigest("d".repeat(64), 0))));
    var base = Samples.complete(Optional.empty());

    for (var outcome : List.of(Outcome.PARTIAL, Outcome.REFUSED)) {
      ledger().endObservation(end(base, outcome, 60, false, Optional.of(Reason.THROTTLED)));

      var state = ledger().scope(SCOPE);
      assertThat(state.outcome()).hasValue(outcome);
      assertThat(state.reason()).hasValue(Reason.THROTTLED);
      assertThat(state.lastAttemptAt()).hasValue(NOON.plusSeconds(60).plusMillis(1_234));
      assertThat(state.lastCompleteAt()).hasValue(NOON.plusMillis(1_234));
      assertThat(state.digest()).hasValue("d".repeat(64));
    }
  }

  @Test
  void anObservationWithAnotherFailureDoesNotChangeLastUnsupportedAt() {
    var base = Samples.complete(Optional.empty());
    ledger().endObservation(end(base, Outcome.REFUSED, 0, false, Optional.of(Reason.UNSUPPORTED)));

    ledger().endObservation(end(base, Outcome.REFUSED, 60, false, Optional.of(Reason.THROTTLED)));

    var state = ledger().scope(SCOPE);
    assertThat(state.lastUnsupportedAt()).hasValue(NOON.plusMillis(1_234));
    assertThat(state.lastAttemptAt()).hasValue(NOON.plusSeconds(60).plusMillis(1_234));
    assertThat(state.lastCompleteAt()).isEmpty();
  }

  @Test
  void aPartialObservationStoresItsDigestAndItsCompleteListing() {
    var base = Samples.complete(Optional.of(new StoredDigest("d".repeat(64), 0)));

    ledger().endObservation(end(base, Outcome.PARTIAL, 0, false, Optional.of(Reason.DENIED)));

    var state = ledger().scope(SCOPE);
    assertThat(state.digest()).hasValue("d".repeat(64));
    assertThat(state.firstListingAt()).hasValue(base.startedAt());
    assertThat(state.lastCompleteAt()).isEmpty();
  }

  @Test
  void aSuccessfulObservationRemovesTheReason() {
    var base = Samples.complete(Optional.empty());
    ledger().endObservation(end(base, Outcome.REFUSED, 0, false, Optional.of(Reason.DENIED)));

    ledger().endObservation(base);

    assertThat(ledger().scope(SCOPE).reason()).isEmpty();
  }

  @Test
  void detailedIsNeverRemoved() {
    var base = Samples.complete(Optional.empty());
    ledger().endObservation(end(base, Outcome.COMPLETE, 0, true, Optional.empty()));

    ledger().endObservation(base);

    assertThat(ledger().scope(SCOPE).detailed()).isTrue();
  }

  @Test
  void attributesThatAnObservationDoesNotSetStay() {
    var base = Samples.complete(Optional.empty());
    ledger().endObservation(told(base, Optional.of("p5"), Optional.of("e".repeat(64))));

    ledger().endObservation(told(base, Optional.empty(), Optional.empty()));

    assertThat(ledger().scope(SCOPE).probed()).hasValue("p5");
    assertThat(ledger().scope(SCOPE).driftDigest()).hasValue("e".repeat(64));
  }

  @Test
  void aDigestOfAnotherGenerationIsSkippedAndTheRestIsWritten() {
    recorded(Samples.first(ledger().scope(SCOPE), "p1"));
    for (var generation : List.of(0L, 2L)) {
      ledger()
          .endObservation(
              Samples.complete(Optional.of(new StoredDigest("d".repeat(64), generation))));

      assertThat(ledger().scope(SCOPE).digest()).isEmpty();
      assertThat(ledger().scope(SCOPE).lastCompleteAt()).isPresent();
    }

    ledger().endObservation(Samples.complete(Optional.of(new StoredDigest("d".repeat(64), 1))));

    assertThat(ledger().scope(SCOPE).digest()).hasValue("d".repeat(64));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 2_000})
  void anObservationWithoutChangesCostsOneReadAndOneWriteForAnyNumberOfHeads(int heads) {
    var state = ledger().scope(SCOPE);
    var changeSets =
        IntStream.range(0, heads)
            .mapToObj(i -> Samples.first(state, "p%05d".formatted(i)))
            .toList();
    var generation = 0L;
    for (var batch : ledger().batches(changeSets)) {
      assertThat(ledger().record(at(generation++), batch)).isInstanceOf(Commit.Recorded.class);
    }
    ledger()
        .endObservation(
            Samples.complete(Optional.of(new StoredDigest("d".repeat(64), generation))));

    var ledger = ledger();
    assertThat(ledger.scope(SCOPE).digest()).isPresent();
    ledger.endObservation(
        Samples.complete(Optional.of(new StoredDigest("d".repeat(64), generation))));

    assertThat(ledger.consumed()).isEqualTo(consumed(1, 1));
    assertThat(ledger.heads(SCOPE).intact()).hasSize(heads);
  }

  @Test
  void batchesAreLimitedByItemsAndPreserveTheOrder() {
    var state = ScopeState.unknown(SCOPE);
    var changeSets = IntStream.range(0, 100).mapToObj(i -> Samples.first(state, "p" + i)).toList();

    var batches = ledger().batches(changeSets);

    assertThat(batches).extracting(List::size).containsExactly(24, 24, 24, 24, 4);
    assertThat(batches.stream().flatMap(List::stream)).containsExactlyElementsOf(changeSets);
    assertThat(ledger().batches(List.of())).isEmpty();
  }

  @Test
  void batchesAreLimitedByBytes() {
    var large = "x".repeat(380_000);
    var state = ScopeState.unknown(SCOPE);
    var changeSets =
        IntStream.range(0, 11)
            .mapToObj(i ->
                ChangeSets.first(
                    state,
                    new ObservedResource(arn("p" + i), Samples.document("p" + i, large), NOON)))
            .toList();

    var batches = ledger().batches(changeSets);

    assertThat(batches).hasSizeGreaterThan(2);
    var generation = 0L;
    for (var batch : batches) {
      assertThat(ledger().record(at(generation++), batch)).isInstanceOf(Commit.Recorded.class);
    }
    assertThat(ledger().heads(SCOPE).intact()).hasSize(11);
  }

  @Test
  void schemaDriftIsWrittenOnce() {
    var seen =
        new UnmodeledMember(
            "ListInferenceProfiles", "models[].latency", "number", arn("p1").text());
    var again =
        new UnmodeledMember(
            "ListInferenceProfiles", "models[].latency", "string", arn("p2").text());
    var other = new UnmodeledMember("GetInferenceProfile", "owner", "object", "");

    ledger().report(List.of(seen), NOON);
    ledger().report(List.of(again, other), NOON.plusSeconds(60));

    assertThat(unmodeledMembers())
        .containsExactly(
            new UnmodeledMemberEntry(other, NOON.plusSeconds(60)),
            new UnmodeledMemberEntry(seen, NOON));
  }

  @Test
  void aReportIsStored() {
    var report =
        new SweepReport(
            SCOPE,
            NOON,
            Outcome.PARTIAL,
            false,
            List.of(
                new Failure(
                    Reason.DENIED, "ListTagsForResource", Optional.of(arn("p1")), "not allowed"),
                new Failure(Reason.UNAVAILABLE, "GetResources", Optional.empty(), "")),
            9,
            Map.of(
                ChangeKind.BASELINE, 0,
                ChangeKind.CREATED, 2,
                ChangeKind.UPDATED, 3,
                ChangeKind.DELETED, 4),
            5,
            6,
            true,
            Map.of("ListInferenceProfiles", 1, "GetResources", 11),
            new Consumed(1.5, 22),
            1_234);

    ledger().report(report);

    assertThat(reports(SCOPE)).containsExactly(report);
  }

  @Test
  void aHeadIsReadWhileItsResourceExists() {
    recorded(Samples.first(ledger().scope(SCOPE), "p1"));
    recorded(Samples.first(ledger().scope(SCOPE), "p2"));

    assertThat(ledger().heads(SCOPE, List.of("p1", "p3")).intact())
        .containsExactly(Map.entry(arn("p1"), head("p1")));

    recorded(Samples.deleted(head("p1")));

    assertThat(ledger().heads(SCOPE, List.of("p1")).intact()).isEmpty();
    assertThat(ledger().heads(SCOPE, List.of("p2")).intact()).containsValue(head("p2"));
  }

  @Test
  void evidenceIsStoredUnchangedAndReadNewestFirst() {
    var later = Samples.evidence(arn("p1"), 9, "a");
    var refused = Samples.attempt(arn("p1"), 9, "b");
    var earlier = Samples.evidence(arn("p1"), -9, "c");

    ledger().save(later);
    ledger().save(earlier);
    ledger().save(refused);

    assertThat(ledger().newestEvidence(arn("p1"))).containsExactly(refused, later, earlier);
  }

  @Test
  void storingEvidenceAgainChangesNothing() {
    var evidence = Samples.evidence(arn("p1"), 0, "a");
    var other = Samples.attempt(arn("p1"), 0, "a");

    ledger().save(evidence);
    ledger().save(evidence);
    ledger().save(other);

    assertThat(ledger().newestEvidence(arn("p1"))).containsExactly(evidence);
  }

  @Test
  void oneEventIsEvidenceOfEachOfItsResources() {
    var evidence = Samples.evidence(arn("p1"), 0, "a");

    ledger().save(evidence);
    ledger().save(evidence.of(arn("p11")));

    assertThat(ledger().newestEvidence(arn("p1"))).containsExactly(evidence);
    assertThat(ledger().newestEvidence(arn("p11"))).containsExactly(evidence.of(arn("p11")));
    assertThat(ledger().newestEvidence(arn("p111"))).isEmpty();
  }

  @Test
  void evidenceAndRevisionsAreReadSeparately() {
    var changeSet = recorded(Samples.first(ledger().scope(SCOPE), "p1"));
    ledger().save(Samples.evidence(arn("p1"), 0, "a"));

    assertThat(revisions(arn("p1"))).containsExactly(changeSet.revision());
    assertThat(ledger().newestEvidence(arn("p1"))).hasSize(1);
    assertThat(ledger().scope(SCOPE).generation()).isEqualTo(1);
  }

  @Test
  void aPendingJobIsReplacedUntilItIsDeleted() {
    var job = Samples.job("two", 0);
    var polled = Samples.job("two", 1);
    var first = Samples.job("one", 0);

    ledger().savePendingJob(job);
    ledger().savePendingJob(polled);
    ledger().savePendingJob(first);
    assertThat(ledger().pendingJobs()).containsExactly(first, polled);

    ledger().deletePendingJob(job.job());
    ledger().deletePendingJob(job.job());
    assertThat(ledger().pendingJobs()).containsExactly(first);
  }

  private ChangeSet recorded(ChangeSet changeSet) {
    var ledger = ledger();
    var generation = ledger.scope(SCOPE).generation();
    assertThat(ledger.record(at(generation), List.of(changeSet)))
        .isInstanceOf(Commit.Recorded.class);
    return changeSet;
  }

  /** The batch is lost, and nothing has changed. */
  private void lost(long generation, ChangeSet... batch) {
    var before = everything(batch);

    var commit = ledger().record(at(generation), List.of(batch));

    assertThat(commit).isInstanceOf(Commit.Lost.class);
    assertThat(everything(batch)).isEqualTo(before);
  }

  private List<Object> everything(ChangeSet... batch) {
    var all = new ArrayList<>();
    all.add(ledger().scope(SCOPE));
    all.add(ledger().heads(SCOPE));
    all.add(routes(MODEL));
    for (var changeSet : batch) {
      all.add(ledger().tombstones(SCOPE, List.of(changeSet.revision().arn().id())));
      all.add(revisions(changeSet.revision().arn()));
    }
    return all;
  }

  private Head head(String id) {
    return Optional.ofNullable(ledger().heads(SCOPE).intact().get(arn(id))).orElseThrow();
  }

  private Tombstone tombstone(String id) {
    return Optional.ofNullable(ledger().tombstones(SCOPE, List.of(id)).intact().get(arn(id)))
        .orElseThrow();
  }

  private static Head revision(long revision, Head head) {
    return with(head, revision, head.generation());
  }

  private static Head with(Head head, long revision, long generation) {
    return new Head(
        head.arn(),
        revision,
        generation,
        head.contentHash(),
        head.chainHash(),
        head.firstSeenAt(),
        head.changedAt(),
        head.document());
  }

  /** The scope's state, but at another generation. */
  private ScopeState at(long generation) {
    var state = ledger().scope(SCOPE);
    return new ScopeState(
        state.scope(),
        generation,
        state.revisions(),
        state.digest(),
        state.changeDays(),
        state.firstPlannedAt(),
        state.firstListingAt(),
        state.lastCompleteAt(),
        state.lastAttemptAt(),
        state.lastUnsupportedAt(),
        state.outcome(),
        state.reason(),
        state.probed(),
        state.detailed(),
        state.driftDigest());
  }

  private static ObservationSummary end(
      ObservationSummary base,
      Outcome outcome,
      long later,
      boolean detailed,
      Optional<Reason> reason) {
    return new ObservationSummary(
        base.scope(),
        base.startedAt().plusSeconds(later),
        base.endedAt().plusSeconds(later),
        outcome,
        reason,
        base.listed(),
        base.seen(),
        base.failures(),
        base.omissions(),
        base.calls(),
        base.probed(),
        detailed,
        base.driftDigest(),
        base.digest());
  }

  private static ObservationSummary told(
      ObservationSummary base, Optional<String> probed, Optional<String> drift) {
    return new ObservationSummary(
        base.scope(),
        base.startedAt(),
        base.endedAt(),
        base.outcome(),
        base.reason(),
        base.listed(),
        base.seen(),
        base.failures(),
        base.omissions(),
        base.calls(),
        probed,
        base.detailed(),
        drift,
        base.digest());
  }
}
