package dev.bedrockinventory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.feed.StreamFilter;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.RepairWriter;
import dev.bedrockinventory.ledger.Rewrite;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Tombstone;
import dev.bedrockinventory.settings.Metric;
import dev.bedrockinventory.settings.Variable;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Evidence, heads, tombstones and known marks that are changed by hand raise the alarm. */
final class FeedTamperingTest {
  private static final Scope PROFILES = TestHub.scope(Kind.APPLICATION_INFERENCE_PROFILE);
  private static final String FORGED = "forged";
  private static final String HASH = "f".repeat(64);
  private static final int BATCH = 10;
  private static final int ATTEMPTS = 3;

  private final TestHub hub = new TestHub();
  private final Arn live = create("live");
  private final Arn deleted = create("deleted");

  /** A live resource with two revisions, and a deleted one with two. */
  FeedTamperingTest() {
    hub.region().bus(TestHub.BUS);
    hub.target("accounts", "[\"here\"]");
    sweep();
    hub.region().delete("deleted");
    sweep();
    hub.clock.pass(Duration.ofMinutes(5));
    hub.region().tag("live", Map.of("team", "red"));
    var event = TestEvents.tags("event-1", "TagResource", live.text(), TestHub.ACCOUNT);
    assertThat(TestHub.deliver(new RefreshHandler(hub.wiring()), event)).isEmpty();
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"actor", "seal", "added"})
  void modifiedEvidenceRaisesTheAlarm(String attribute) {
    var evidence = hub.reader().evidence(live).findFirst().orElseThrow().key();

    assertThat(tampering(() -> edit(evidence, attribute))).containsExactly("MODIFY " + evidence);
  }

  @Test
  void removedEvidenceRaisesTheAlarm() {
    var evidence = hub.reader().evidence(live).findFirst().orElseThrow().key();

    assertThat(tampering(() -> delete(evidence))).containsExactly("REMOVE " + evidence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"document", "chainHash", "generation", "seal", "added"})
  void aModifiedHeadOrTombstoneRaisesTheAlarm(String attribute) {
    assertThat(tampering(() -> edit(head(), attribute))).containsExactly("MODIFY " + head());
    assertThat(tampering(() -> edit(tombstone(), attribute)))
        .containsExactly("MODIFY " + tombstone());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "revision",
        "number",
        "contentHash",
        "chainHash",
        "firstSeenAt",
        "changedAt",
        "document"
      })
  void aHeadOrTombstoneForgedWithItsChecksumRaisesTheAlarm(String part) {
    var head = forged(storedHead(), part);
    var last = forged(storedTombstone().last(), part);

    assertThat(tampering(() -> write(new Rewrite.OfHead(head))))
        .containsExactly("MODIFY " + head());
    assertThat(
            tampering(() -> write(new Rewrite.OfTombstone(new Tombstone(last, last.changedAt())))))
        .containsExactly("MODIFY " + tombstone());
  }

  @Test
  void aTombstoneWithAnotherTimeOfDeletionRaisesTheAlarm() {
    var last = storedTombstone().last();
    var forged = new Tombstone(last, last.changedAt().plusMillis(1));

    assertThat(tampering(() -> write(new Rewrite.OfTombstone(forged))))
        .containsExactly("MODIFY " + tombstone());
  }

  @Test
  void aHeadSetBackToAnEarlierRevisionRaisesTheAlarm() {
    var first = revision(live, 1);

    assertThat(tampering(() -> write(new Rewrite.OfHead(first))))
        .containsExactly("MODIFY " + head());
  }

  @Test
  void aHeadPutBackAfterItsDeletionRaisesTheAlarm() {
    var key = ItemKey.head(PROFILES, deleted);
    var created = revision(deleted, 1);
    var gone = revision(deleted, 2);

    assertThat(tampering(() -> write(new Rewrite.OfHead(created))))
        .containsExactly("INSERT " + key);
    assertThat(tampering(() -> write(new Rewrite.OfHead(gone)))).containsExactly("MODIFY " + key);
  }

  @Test
  void aTombstoneOfALiveResourceRaisesTheAlarm() {
    var last = storedHead();
    var key = ItemKey.tombstone(PROFILES, live);

    assertThat(
            tampering(() -> write(new Rewrite.OfTombstone(new Tombstone(last, last.changedAt())))))
        .containsExactly("INSERT " + key);
  }

  @Test
  void aHeadOfAnUnknownResourceRaisesTheAlarm() {
    var item = new HashMap<>(item(head()));
    var key = new ItemKey("SCOPE#nowhere", head().sk());
    item.putAll(key(key));

    assertThat(tampering(() -> put(item))).containsExactly("INSERT " + key);
  }

  @Test
  void aRemovedHeadTombstoneOrMarkRaisesTheAlarm() {
    var mark = ItemKey.known(PROFILES, live);

    assertThat(tampering(() -> delete(head()))).containsExactly("REMOVE " + head());
    assertThat(tampering(() -> delete(tombstone()))).containsExactly("REMOVE " + tombstone());
    assertThat(tampering(() -> delete(mark))).containsExactly("REMOVE " + mark);
  }

  @Test
  void aRemovedMarkRaisesTheAlarmEvenIfItIsBack() {
    var mark = ItemKey.known(PROFILES, deleted);
    var item = item(mark);

    assertThat(
            tampering(() -> {
              delete(mark);
              put(item);
            }))
        .containsExactly("REMOVE " + mark);
  }

  @Test
  void aModifiedMarkRaisesTheAlarm() {
    var mark = ItemKey.known(PROFILES, live);
    var other = new HashMap<>(item(mark));
    other.put("arn", AttributeValue.fromS(live.text().replace("arn:aws:", "arn:aws-cn:")));

    assertThat(tampering(() -> edit(mark, "added"))).containsExactly("MODIFY " + mark);
    assertThat(tampering(() -> edit(mark, "arn"))).containsExactly("MODIFY " + mark);
    assertThat(tampering(() -> put(other))).containsExactly("MODIFY " + mark);
  }

  @Test
  void aTableThatCannotBeReadFailsTheRecordAndIsNoTampering() {
    var before = hub.stream().size();
    delete(head());
    var records = since(before);
    hub.environment.put(Variable.TABLE.key(), "missing");
    var handler = new FeedHandler(hub.wiring());

    try (var output = new Output()) {
      assertThat(TestMapping.failures(handler, records))
          .containsExactly(TestMapping.sequenceNumber(records.getFirst()));

      assertThat(output.logs("record failed").getFirst().path("why").asText())
          .contains("table 'missing'");
      assertThat(output.logs("history tampered")).isEmpty();
      assertThat(output.metrics()).isEmpty();
    }
  }

  private List<String> tampering(Runnable edit) {
    var before = hub.stream().size();
    edit.run();
    return tampering(since(before));
  }

  /** The reported items, which the metric counts, as event name and key. */
  private List<String> tampering(List<JsonNode> records) {
    try (var output = new Output()) {
      var handler = new FeedHandler(hub.wiring());
      var filters = Arrays.asList(StreamFilter.values());
      assertThat(new TestMapping(handler, filters, BATCH, ATTEMPTS).deliver(records)).isEmpty();

      var lines = output.logs("history tampered");
      assertThat(
              output.metrics().stream()
                  .mapToInt(line -> line.path(Metric.HISTORY_TAMPERED.key()).asInt())
                  .sum())
          .isEqualTo(lines.size());
      assertThat(output.text()).doesNotContain(FORGED);
      return lines.stream()
          .map(line ->
              "%s %s"
                  .formatted(
                      line.path("how").asText(),
                      new ItemKey(line.path("pk").asText(), line.path("sk").asText())))
          .toList();
    }
  }

  private List<JsonNode> since(int before) {
    var records = hub.stream();
    return records.subList(before, records.size());
  }

  private Arn create(String name) {
    return new Arn(hub.region().createProfile(name, Map.of()).arn());
  }

  private void sweep() {
    hub.clock.pass(Duration.ofMinutes(5));
    assertThat(TestHub.deliver(new SweepHandler(hub.wiring()), hub.sweep(PROFILES))).isEmpty();
  }

  private ItemKey head() {
    return ItemKey.head(PROFILES, live);
  }

  private ItemKey tombstone() {
    return ItemKey.tombstone(PROFILES, deleted);
  }

  private Head storedHead() {
    return hub.reader().findHead(PROFILES, live).orElseThrow().value();
  }

  private Tombstone storedTombstone() {
    return hub.reader().findTombstone(PROFILES, deleted).orElseThrow().value();
  }

  /** The head after a revision. */
  private Head revision(Arn arn, long number) {
    var revisions = hub.reader().revisions(arn).map(StoredItem::value).toList();
    return Head.after(revisions.get((int) number - 1), revisions.getFirst().observedAt(), number);
  }

  private static Head forged(Head head, String part) {
    var revision = part.equals("revision") ? head.revision() + 1 : head.revision();
    return new Head(
        head.arn(),
        part.equals("number") ? Long.MAX_VALUE : revision,
        head.generation(),
        part.equals("contentHash") ? HASH : head.contentHash(),
        part.equals("chainHash") ? HASH : head.chainHash(),
        part.equals("firstSeenAt") ? head.firstSeenAt().minusMillis(1) : head.firstSeenAt(),
        part.equals("changedAt") ? head.changedAt().plusMillis(1) : head.changedAt(),
        part.equals("document") ? new Document("{\"forged\":1}") : head.document());
  }

  /** Writes an item with a matching checksum. */
  private void write(Rewrite rewrite) {
    var scope = hub.reader().findScope(PROFILES);
    var writer = new RepairWriter(new DynamoStore(hub.dynamo(), hub.table()));
    assertThat(writer.write(scope, scope.orElseThrow().value(), List.of(rewrite))).isTrue();
  }

  private void edit(ItemKey key, String attribute) {
    var item = new HashMap<>(item(key));
    item.put(attribute, AttributeValue.fromS(FORGED));
    put(item);
  }

  private Map<String, AttributeValue> item(ItemKey key) {
    return hub.dynamo().getItem(r -> r.tableName(hub.table()).key(key(key))).item();
  }

  private void put(Map<String, AttributeValue> item) {
    hub.dynamo().putItem(r -> r.tableName(hub.table()).item(item));
  }

  private void delete(ItemKey key) {
    hub.dynamo().deleteItem(r -> r.tableName(hub.table()).key(key(key)));
  }

  private static Map<String, AttributeValue> key(ItemKey key) {
    return Map.of("pk", AttributeValue.fromS(key.pk()), "sk", AttributeValue.fromS(key.sk()));
  }
}
