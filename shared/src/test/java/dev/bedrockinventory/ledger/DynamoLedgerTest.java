package dev.bedrockinventory.ledger;

import static dev.bedrockinventory.ledger.Samples.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.change.ChangeSets;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.PendingJob;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Route;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.sweep.Commit;
import dev.bedrockinventory.sweep.Ledger;
import dev.bedrockinventory.sweep.SweepReport;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The ledger fulfils the contract on DynamoDB Local. */
final class DynamoLedgerTest extends LedgerContract {
  private static final Instant LATER = Samples.NOON.plusSeconds(60);

  private final LocalTable table = LocalTable.create();
  private final LedgerReader reader = table.reader();

  @Override
  Ledger ledger() {
    return new StoredLedger(table.store(), _ -> {});
  }

  @Override
  List<Revision> revisions(Arn arn) {
    return reader.revisions(arn).map(StoredItem::value).toList();
  }

  @Override
  List<Route> routes(String modelId) {
    return reader.routes(modelId).map(StoredItem::value).toList();
  }

  @Override
  List<UnmodeledMemberEntry> unmodeledMembers() {
    return reader.unmodeledMembers().map(StoredItem::value).toList();
  }

  @Override
  List<SweepReport> reports(Scope scope) {
    return reader.reports(scope).map(StoredItem::value).map(ReportEntry::report).toList();
  }

  @Test
  void concurrentTransactionsAreWrittenOnceOrReportedAsLost() throws Exception {
    var writers = 6;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var done =
          IntStream.range(0, writers)
              .mapToObj(i -> threads.submit(() -> recordUntilRecorded("p" + i)))
              .toList();
      for (var one : done) {
        one.get();
      }
    }

    assertThat(ledger().scope(SCOPE).generation()).isEqualTo(writers);
    assertThat(ledger().scope(SCOPE).revisions()).isEqualTo(writers);
    assertThat(ledger().heads(SCOPE).intact().values())
        .hasSize(writers)
        .extracting(head -> head.generation())
        .doesNotHaveDuplicates();
  }

  @Test
  void evidenceOfAnyLengthIsStoredOnce() {
    var arn = new Arn("arn:aws:bedrock:us-east-2:111122223333:imported-model/" + "m".repeat(840));
    var endless = Samples.endless(arn);

    ledger().save(endless);
    ledger().save(endless);

    assertThat(ledger().newestEvidence(arn))
        .singleElement()
        .satisfies(kept -> {
          assertThat(kept.at()).isEqualTo(endless.at());
          assertThat(kept.userAgent()).startsWith("\u0001\u0001").contains("…");
          assertThat(kept.isSuccessful()).isFalse();
        });
  }

  @Test
  void aPendingJobOfAnyLengthIsStored() {
    var job = Samples.job("j".repeat(840), 1);
    var endless =
        new PendingJob(
            Samples.endless(job.job()),
            job.polls(),
            job.nextPollAt().plusNanos(1),
            job.until().plusNanos(1));

    ledger().savePendingJob(endless);

    assertThat(ledger().pendingJobs())
        .singleElement()
        .satisfies(kept -> {
          assertThat(kept.job()).isEqualTo(job.job());
          assertThat(kept.nextPollAt()).isEqualTo(job.nextPollAt());
          assertThat(kept.until()).isEqualTo(job.until());
        });
  }

  @Test
  void aRevisionThatExistsIsNeverOverwrittenThoughEverythingElseOfItsResourceIsGone() {
    var recorded = recordAndRemove(ItemKey.known(SCOPE, Samples.arn("p1")));
    var another = ChangeSets.first(ledger().scope(SCOPE), Samples.sighting("p1", "red", LATER));

    assertThat(ledger().record(ledger().scope(SCOPE), List.of(another)))
        .isInstanceOf(Commit.Lost.class);

    assertThat(revisions(Samples.arn("p1"))).containsExactly(recorded);
  }

  @Test
  void aMarkThatExistsStopsASecondFirstRevision() {
    recordAndRemove(ItemKey.revision(Samples.arn("p1"), 1));
    var another = Samples.first(ledger().scope(SCOPE), "p1");

    assertThat(ledger().record(ledger().scope(SCOPE), List.of(another)))
        .isInstanceOf(Commit.Lost.class);

    assertThat(revisions(Samples.arn("p1"))).isEmpty();
  }

  /** Records a first revision, then removes its head and another item by hand. */
  private Revision recordAndRemove(ItemKey other) {
    var state = ledger().scope(SCOPE);
    var first = Samples.first(state, "p1");
    assertThat(ledger().record(state, List.of(first))).isInstanceOf(Commit.Recorded.class);
    for (var key : List.of(ItemKey.head(SCOPE, Samples.arn("p1")), other)) {
      table.client().deleteItem(delete -> delete.tableName(table.name()).key(key.attributes()));
    }
    return first.revision();
  }

  private int recordUntilRecorded(String id) {
    for (var attempt = 1; ; attempt++) {
      var ledger = ledger();
      var state = ledger.scope(SCOPE);
      var commit = ledger.record(state, List.of(Samples.first(state, id)));
      if (commit instanceof Commit.Recorded) {
        return attempt;
      }
      assertThat(commit).isInstanceOf(Commit.Lost.class);
    }
  }
}
