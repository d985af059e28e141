package dev.bedrockinventory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.feed.StreamFilter;
import dev.bedrockinventory.ledger.TableLayout;
import dev.bedrockinventory.ledger.dynamodb.TableDefinition;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.simulator.world.BusEvent;
import dev.bedrockinventory.simulator.world.Message;
import dev.bedrockinventory.verify.Verification;
import dev.bedrockinventory.verify.Verifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The restore of docs/operations.md, step by step, on DynamoDB Local. */
final class RestoreDrillTest {
  private static final String RESTORED = "restored";

  /** The maximum number of items of one BatchWriteItem (API reference). */
  private static final int MOST_WRITES = 25;

  private final TestHub hub = new TestHub();

  RestoreDrillTest() {
    hub.target("accounts", "[\"here\"]");
    hub.region().bus(TestHub.BUS);
    hub.region().createProfile("alpha", Map.of("team", "red"));
    hub.region().createProfile("beta", Map.of("team", "blue"));
    sweepAll();
    hub.region().createProfile("gamma", Map.of());
    hub.region().delete("beta");
    sweepAll();
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void theRestoredTableIsIntactAndTheNextSweepRecordsNothingNew() {
    var before = verification();
    var history = items();

    restore(history);
    enableStream();
    hub.adopt(RESTORED);
    var restored = verification();
    sweepAll();

    assertThat(restored.findings()).isEmpty();
    assertThat(restored.notCovered()).isEmpty();
    assertThat(restored.resources()).isEqualTo(before.resources());
    assertThat(restored.revisions()).isEqualTo(before.revisions());
    assertThat(verification().revisions()).isEqualTo(before.revisions());
    assertThat(items()).containsAll(history.stream().filter(RestoreDrillTest::isHistory).toList());
    feed();
    assertThat(published()).isEmpty();
  }

  @Test
  void whatHappenedAfterTheRestoredTimeIsRecordedAgain() {
    var before = verification();
    var earlier = items();
    hub.region().delete("alpha");
    var delta = hub.region().createProfile("delta", Map.of());
    sweepAll();

    restore(earlier);
    enableStream();
    hub.adopt(RESTORED);
    sweepAll();

    assertThat(verification().findings()).isEmpty();
    assertThat(verification().revisions()).isEqualTo(before.revisions() + 2);
    assertThat(hub.reader().revisions(new Arn(delta.arn())).map(stored -> stored.value()))
        .singleElement()
        .extracting(Revision::change)
        .isEqualTo(ChangeKind.CREATED);
    feed();
    assertThat(published()).containsExactlyInAnyOrder("CREATED", "DELETED");
  }

  /** A restored table has the items, the keys and the index, but no stream. */
  private void restore(List<Map<String, AttributeValue>> items) {
    hub.dynamo()
        .createTable(
            TableDefinition.of(RESTORED)
                .copy(table ->
                    table.streamSpecification(
                        StreamSpecification.builder().streamEnabled(false).build())));
    for (var from = 0; from < items.size(); from += MOST_WRITES) {
      var writes =
          items.subList(from, Math.min(from + MOST_WRITES, items.size())).stream()
              .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
              .toList();
      var response =
          hub.dynamo().batchWriteItem(batch -> batch.requestItems(Map.of(RESTORED, writes)));
      assertThat(response.unprocessedItems()).isEmpty();
    }
  }

  private void enableStream() {
    hub.dynamo()
        .updateTable(update ->
            update
                .tableName(RESTORED)
                .streamSpecification(
                    StreamSpecification.builder()
                        .streamEnabled(true)
                        .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)
                        .build()));
  }

  private void sweepAll() {
    hub.clock.pass(Duration.ofMinutes(15));
    hub.plan();
    var handler = new SweepHandler(hub.wiring());
    for (var message : hub.drain()) {
      assertThat(TestHub.deliver(handler, List.<Message>of(message))).isEmpty();
    }
  }

  private void feed() {
    var mapping =
        new TestMapping(new FeedHandler(hub.wiring()), List.of(StreamFilter.values()), 100, 3);
    assertThat(mapping.deliver(hub.stream())).isEmpty();
  }

  private List<String> published() {
    return hub.region().bus(TestHub.BUS).events().stream()
        .map(BusEvent::detail)
        .map(CanonicalJson::parse)
        .map(event -> event.path("data").path("change").asText())
        .toList();
  }

  private Verification verification() {
    return new Verifier(hub.reader(), hub.clock, Filter.ALL).run();
  }

  private List<Map<String, AttributeValue>> items() {
    var items = new ArrayList<Map<String, AttributeValue>>();
    hub.dynamo().scanPaginator(scan -> scan.tableName(hub.table())).items().forEach(items::add);
    return items;
  }

  private static boolean isHistory(Map<String, AttributeValue> item) {
    return String.valueOf(item.get(TableLayout.PARTITION_KEY)).contains("RESOURCE#");
  }
}
