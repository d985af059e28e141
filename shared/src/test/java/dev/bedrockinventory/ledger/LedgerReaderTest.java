package dev.bedrockinventory.ledger;

import static dev.bedrockinventory.ledger.ExampleLedger.BATCH;
import static dev.bedrockinventory.ledger.ExampleLedger.CHECKOUT;
import static dev.bedrockinventory.ledger.ExampleLedger.SCOPE;
import static dev.bedrockinventory.ledger.ExampleLedger.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bedrockinventory.change.ChangeSets;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.ObservedResource;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The queries of the ledger reader, on DynamoDB Local. */
final class LedgerReaderTest {
  private static final LocalTable TABLE = LocalTable.create();

  private final LedgerReader reader = TABLE.reader();

  @BeforeAll
  static void fill() {
    ExampleLedger.fill(TABLE.store());
  }

  @Test
  void scopesHeadsAndTombstonesAreFound() {
    assertThat(reader.scopes().map(stored -> stored.value().state().scope()))
        .containsExactly(SCOPE);
    assertThat(reader.heads(SCOPE).map(stored -> stored.value().arn()))
        .containsExactly(CHECKOUT, BATCH);
    assertThat(reader.tombstones(SCOPE).map(stored -> stored.value().last().arn()))
        .containsExactly(SEARCH);
    assertThat(reader.findHead(SCOPE, CHECKOUT)).isPresent();
    assertThat(reader.findHead(SCOPE, SEARCH)).isEmpty();
    assertThat(reader.findTombstone(SCOPE, SEARCH)).isPresent();
    assertThat(reader.findTombstone(SCOPE, CHECKOUT)).isEmpty();
  }

  @Test
  void aHistoryIsReadOldestFirstCompletelyOrInPart() {
    assertThat(reader.revisions(SEARCH).map(StoredItem::value))
        .extracting(Revision::change)
        .containsExactly(ChangeKind.BASELINE, ChangeKind.UPDATED, ChangeKind.DELETED);
    assertThat(reader.revisions(SEARCH, 2, 3).map(StoredItem::value))
        .extracting(Revision::number)
        .containsExactly(2L, 3L);
    assertThat(reader.revisions(SEARCH, 4, 9)).isEmpty();
  }

  @Test
  void theLastRevisionUntilAnInstantIsFound() {
    var updatedAt = Instant.parse("2026-11-22T13:00:00.250Z");

    assertThat(reader.findLastRevision(SEARCH).map(stored -> stored.value().number())).hasValue(3L);
    assertThat(number(updatedAt)).containsExactly(2L);
    assertThat(number(updatedAt.minusMillis(1))).containsExactly(1L);
    assertThat(number(Instant.parse("2026-11-22T11:00:00Z"))).isEmpty();
  }

  private List<Long> number(Instant until) {
    return reader.findLastRevision(SEARCH, until).stream()
        .map(stored -> stored.value().number())
        .toList();
  }

  @Test
  void theChangesOfADayAreReadOldestFirstWithoutBaselines() {
    var first = reader.changes(LocalDate.parse("2026-11-22")).toList();

    assertThat(first).allMatch(stored -> stored.damage().isEmpty());
    assertThat(first.stream().map(StoredItem::value))
        .extracting(ChangeEntry::arn)
        .containsExactly(SEARCH, BATCH);
    assertThat(reader.changes(LocalDate.parse("2026-11-23")).map(StoredItem::value))
        .extracting(ChangeEntry::change)
        .containsExactly(ChangeKind.DELETED);
    assertThat(reader.changes(LocalDate.parse("2026-11-24"))).isEmpty();
  }

  @Test
  void routesSchemaDriftAndReportsAreFound() {
    assertThat(reader.routes("amazon.nova-lite-v1:0").map(stored -> stored.value().profile()))
        .containsExactly(CHECKOUT, BATCH);
    assertThat(reader.findRoute("amazon.nova-lite-v1:0", BATCH)).isPresent();
    assertThat(reader.findRoute("amazon.nova-lite-v1:0", SEARCH)).isEmpty();
    assertThat(reader.unmodeledMembers()).hasSize(1);
    assertThat(reader.reports(SCOPE).map(stored -> stored.value().report().changed()))
        .containsExactly(2);
  }

  @Test
  void evidenceAndPendingJobsAreFound() {
    assertThat(reader.evidence(SEARCH).map(StoredItem::value))
        .extracting(Evidence::event)
        .containsExactly("TagResource", "DeleteInferenceProfile");
    assertThat(reader.evidence(CHECKOUT)).isEmpty();
    assertThat(reader.pendingJobs().map(stored -> stored.value().job().id()))
        .containsExactly("k2v7q9w4n1xc");
  }

  @Test
  void evidenceIsReadBySecondsWithBothEnds() {
    var table = LocalTable.create();
    var ledger = new StoredLedger(table.store(), _ -> {});
    for (var second = 0; second < 6; second++) {
      ledger.save(Samples.evidence(Samples.arn("p"), second, "event-" + second));
    }
    var some = table.reader();

    assertThat(
            some.evidence(
                    Samples.arn("p"), Samples.NOON.plusSeconds(2), Samples.NOON.plusSeconds(4))
                .map(stored -> stored.value().eventId()))
        .containsExactly("event-2", "event-3", "event-4");
  }

  @Test
  void theNewestEvidenceIsReadFirstAndOlderOnDemand() {
    var table = LocalTable.create();
    var ledger = new StoredLedger(table.store(), _ -> {});
    for (var second = 0; second < 250; second++) {
      ledger.save(Samples.evidence(Samples.arn("p"), second, "event-" + second));
    }
    var some = table.reader();
    var all = table.reader();

    assertThat(some.newestEvidence(Samples.arn("p")).limit(2))
        .extracting(stored -> stored.value().eventId())
        .containsExactly("event-249", "event-248");
    assertThat(all.newestEvidence(Samples.arn("p"))).hasSize(250);

    assertThat(some.consumed().read()).isLessThan(all.consumed().read() / 2);
  }

  @Test
  void pagesAreReadOnDemand() {
    var table = LocalTable.create();
    var ledger = new StoredLedger(table.store(), _ -> {});
    var state = ledger.scope(Samples.SCOPE);
    var changeSets =
        IntStream.range(0, 12)
            .mapToObj(i ->
                ChangeSets.first(
                    state,
                    new ObservedResource(
                        Samples.arn("p" + i),
                        Samples.document("p" + i, "x".repeat(200_000)),
                        Samples.NOON)))
            .toList();
    for (var batch : ledger.batches(changeSets)) {
      ledger.record(ledger.scope(Samples.SCOPE), batch);
    }
    var one = table.reader();
    var all = table.reader();

    assertThat(one.heads(Samples.SCOPE).findFirst()).isPresent();
    assertThat(all.heads(Samples.SCOPE)).hasSize(12);

    assertThat(one.consumed().read()).isPositive().isLessThan(all.consumed().read());
  }

  @Test
  void anUnreadableItemIsReportedAndOthersAreRead() {
    var table = LocalTable.create();
    ExampleLedger.fill(table.store());
    table
        .client()
        .updateItem(update ->
            update
                .tableName(table.name())
                .key(ItemKey.head(SCOPE, CHECKOUT).attributes())
                .updateExpression("SET revision = :text")
                .expressionAttributeValues(Map.of(":text", AttributeValue.fromS("one"))));

    var heads = table.reader().heads(SCOPE).toList();

    assertThat(heads).hasSize(2);
    assertThat(heads.getFirst().damage()).hasValue("attribute 'revision' has another type");
    assertThatThrownBy(heads.getFirst()::value)
        .isInstanceOf(LedgerUnavailableException.class)
        .hasMessageContaining("HEAD#" + CHECKOUT.id())
        .hasMessageContaining("verify");
    assertThat(heads.getLast().value().arn()).isEqualTo(BATCH);
  }
}
