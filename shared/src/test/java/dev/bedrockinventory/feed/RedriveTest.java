package dev.bedrockinventory.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.change.Chain;
import dev.bedrockinventory.change.ChangeSet;
import dev.bedrockinventory.change.ChangeSets;
import dev.bedrockinventory.ledger.ChangeEntry;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.ledger.StoredLedger;
import dev.bedrockinventory.model.Absence;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.sweep.Commit;
import dev.bedrockinventory.verify.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Redrives more changes than one batch contains. */
final class RedriveTest {
  private static final Scope SCOPE =
      new Scope("111122223333", "us-east-2", Kind.APPLICATION_INFERENCE_PROFILE);
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final int COUNT = 120;
  private static final int TOGETHER = 10;

  private static final MemoryStore RECORDED = recordTwice();

  private final TestBus test = new TestBus();
  private final MemoryStore table = RECORDED.copy();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void everyChangeIsPublishedOnceOldestFirst() {
    var redriven = run();

    assertThat(redriven.sent()).isEqualTo(COUNT);
    assertThat(redriven.truncated()).isZero();
    assertThat(redriven.corrupted()).isEmpty();
    assertThat(redriven.stop()).isEmpty();
    assertThat(ids()).isEqualTo(recorded());
  }

  @Test
  void aRejectionInAnEarlyBatchStopsTheRunAndIsReported() {
    var thirtieth = recorded().get(29);
    test.simulator
        .faults()
        .add(
            Match.calls("PutEvents"),
            Fault.throttleEntries(entry -> entry.path("Detail").asText().contains(thirtieth)));

    var redriven = run();

    assertThat(redriven.sent()).isEqualTo(29);
    assertThat(redriven.stop().map(RedriveResult.Stop::id)).contains(thirtieth);
    assertThat(ids()).hasSizeLessThan(40);
  }

  @Test
  void aCorruptedRevisionIsReportedAndNotPublished() {
    table.replace(revision(5), "document", AttributeValue.fromS("{\"forged\":1}"));
    table.set(revision(7), "added", AttributeValue.fromS("later"));

    var redriven = run();

    assertThat(redriven.sent()).isEqualTo(COUNT - 2);
    assertThat(redriven.corrupted())
        .containsExactly(
            new Finding(revision(5), "its chain hash does not match its content"),
            new Finding(revision(7), "not as it was written: added"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "document",
        "fields",
        "observedAt",
        "change",
        "chainHash",
        "previousHash",
        "contentHash"
      })
  void anUnreadableItemIsReportedByItsKeyAndSkipped(String attribute) {
    table.remove(revision(3), attribute);

    var redriven = run();

    assertThat(redriven.sent()).isEqualTo(COUNT - 1);
    assertThat(redriven.stop()).isEmpty();
    assertThat(redriven.corrupted()).extracting(Finding::item).containsExactly(revision(3));
    assertThat(redriven.corrupted().getFirst().problem())
        .isEqualTo("attribute '%s' is missing".formatted(attribute));
  }

  @Test
  void anInvalidHashDoesNotStopTheRun() {
    table.replace(revision(3), "previousHash", AttributeValue.fromS("none"));

    var redriven = run();

    assertThat(redriven.sent()).isEqualTo(COUNT - 1);
    assertThat(redriven.corrupted())
        .containsExactly(new Finding(revision(3), "its chain hash does not match its content"));
  }

  @Test
  void withoutHeadsLastRevisionsAreNotPublished() {
    IntStream.range(0, COUNT).forEach(number -> table.remove(ItemKey.head(SCOPE, arn(number))));

    var redriven = run();

    assertThat(redriven.sent()).isZero();
    assertThat(redriven.corrupted())
        .hasSize(COUNT)
        .extracting(Finding::problem)
        .containsOnly("is the last, but no head or tombstone matches it");
  }

  @Test
  void aRevisionForgedWithAMatchingHashIsNotPublishedNorTheNextOne() {
    commit(updated(9, "green"));
    commit(updated(8, "green"));
    forge(9, 2);

    var redriven = run();

    assertThat(redriven.corrupted())
        .containsExactly(
            new Finding(revision(9), "is not the revision that revision 3 follows"),
            new Finding(ItemKey.revision(arn(9), 3), "does not follow the stored revision 2"));
    assertThat(redriven.sent()).isEqualTo(COUNT);
  }

  @Test
  void aLastRevisionForgedWithAMatchingHashIsNotPublished() {
    forge(4, 2);

    var redriven = run();

    assertThat(redriven.corrupted())
        .containsExactly(
            new Finding(revision(4), "is the last, but no head or tombstone matches it"));
    assertThat(redriven.sent()).isEqualTo(COUNT - 1);
  }

  @Test
  void aRevisionWithoutItsPredecessorIsNotPublished() {
    table.remove(ItemKey.revision(arn(6), 1));

    assertThat(run().corrupted())
        .containsExactly(new Finding(revision(6), "does not follow the stored revision 1"));
  }

  @Test
  void aDeletionIsVerifiedByItsTombstone() {
    var absence =
        new Absence("GetInferenceProfile", NOON.plusSeconds(300), "request-1", "not found");
    var proofs = new Proofs("{\"notFound\":{}}");
    commit(ChangeSets.deleted(head(2), proofs, absence));

    assertThat(run().sent()).isEqualTo(COUNT + 1);

    table.remove(ItemKey.tombstone(SCOPE, arn(2)));

    assertThat(run().corrupted())
        .extracting(Finding::item)
        .containsExactly(ItemKey.revision(arn(2), 3));
  }

  @Test
  void onlySkippedIdsAreNotPublished() {
    var skipped = recorded().get(11);

    redrive()
        .run(new RedriveSelection(NOON, Optional.empty(), Filter.ALL, Set.of(), Set.of(skipped)));

    assertThat(ids()).hasSize(COUNT - 1).doesNotContain(skipped);
  }

  @Test
  void onlyTheSelectedPeriodIsPublishedIncludingBothEnds() {
    redrive()
        .run(
            new RedriveSelection(
                NOON.plusSeconds(3),
                Optional.of(NOON.plusSeconds(5)),
                Filter.ALL,
                Set.of(ChangeKind.UPDATED),
                Set.of()));

    assertThat(ids()).isEqualTo(recorded().subList(3, 6));
  }

  private RedriveResult run() {
    return redrive().run(RedriveSelection.from(NOON));
  }

  private Redrive redrive() {
    return new Redrive(
        table.reader(),
        () -> NOON.plusSeconds(60),
        new ChangePublisher(test.client, TestBus.NAME, _ -> {}));
  }

  private ChangeSet updated(int number, String team) {
    return ChangeSets.updated(head(number), sighting(number, team, NOON.plusSeconds(200)));
  }

  private Head head(int number) {
    return Objects.requireNonNull(table.ledger().heads(SCOPE).intact().get(arn(number)));
  }

  /** Writes another document with matching hashes. */
  private void forge(int number, long revision) {
    var stored =
        table.reader().revisions(arn(number), revision, revision).findFirst().orElseThrow().value();
    var document = new Document("{\"tags\":{\"team\":\"forged\"}}");
    var unsealed = with(stored, document, "");
    table.replace(revision(number), "document", AttributeValue.fromS(document.json()));
    table.replace(revision(number), "contentHash", AttributeValue.fromS(document.digest()));
    table.replace(revision(number), "chainHash", AttributeValue.fromS(Chain.hash(unsealed)));
  }

  private static Revision with(Revision revision, Document document, String chainHash) {
    return new Revision(
        revision.arn(),
        revision.number(),
        revision.change(),
        revision.observedAt(),
        document,
        revision.fields(),
        revision.proofs(),
        document.digest(),
        revision.previousHash(),
        chainHash);
  }

  private List<String> ids() {
    return test.published().stream()
        .map(json -> CanonicalJson.parse(json).path("id").asText())
        .toList();
  }

  private List<String> recorded() {
    return table
        .reader()
        .changes(LocalDate.parse("2026-11-22"))
        .map(stored -> stored.value())
        .map(ChangeEntry::key)
        .toList();
  }

  /** A baseline of all profiles, and a change of each. */
  private static MemoryStore recordTwice() {
    var table = new MemoryStore();
    var ledger = table.ledger();
    var state = ledger.scope(SCOPE);
    record(ledger, number -> ChangeSets.first(state, sighting(number, "red", NOON)));
    var heads = ledger.heads(SCOPE).intact();
    record(
        ledger,
        number ->
            ChangeSets.updated(
                Objects.requireNonNull(heads.get(arn(number))),
                sighting(number, "blue", NOON.plusSeconds(number))));
    return table;
  }

  private static void record(StoredLedger ledger, IntFunction<ChangeSet> recording) {
    for (var from = 0; from < COUNT; from += TOGETHER) {
      commit(ledger, IntStream.range(from, from + TOGETHER).mapToObj(recording).toList());
    }
  }

  /** Records one more change. */
  private void commit(ChangeSet change) {
    commit(table.ledger(), List.of(change));
  }

  private static void commit(StoredLedger ledger, List<ChangeSet> batch) {
    var commit = ledger.record(ledger.scope(SCOPE), batch);
    if (!(commit instanceof Commit.Recorded)) {
      throw new AssertionError(commit);
    }
  }

  /** The change of every profile. */
  private static ItemKey revision(int number) {
    return ItemKey.revision(arn(number), 2);
  }

  private static ObservedResource sighting(int number, String team, Instant at) {
    var json = "{\"tags\":{\"team\":\"%s\"}}".formatted(team);
    return new ObservedResource(arn(number), new Document(json), at);
  }

  private static Arn arn(int number) {
    return new Arn(
        "arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/profile%05d"
            .formatted(number));
  }
}
