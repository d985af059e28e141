package dev.bedrockinventory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.feed.StreamFilter;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.RepairWriter;
import dev.bedrockinventory.ledger.Rewrite;
import dev.bedrockinventory.ledger.StoredItem;
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
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whoever edits evidence, heads, tombstones or known marks by hand raises the alarm. */
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

  /** What a forged head claims, although its checksum matches. */
  private enum Forgery {
    CONTENT_HASH(head -> with(head, 2, HASH, head.chainHash(), head.document())),
    CHAIN_HASH(head -> with(head, 2, head.contentHash(), HASH, head.document())),
    DOCUMENT(head ->
        with(head, 2, head.contentHash(), head.chainHash(), new Document("{\"forged\":1}"))),
    REVISION(head -> with(head, 3, head.contentHash(), head.chainHash(), head.document())),
    NUMBER(
        head -> with(head, Long.MAX_VALUE, head.contentHash(), head.chainHash(), head.document())),
    CHANGED_AT(head ->
        new Head(
            head.arn(),
            head.revision(),
            head.generation(),
            head.contentHash(),
            head.chainHash(),
            head.firstSeenAt(),
            head.changedAt().plusMillis(1),
            head.document())),
    FIRST_SEEN_AT(head ->
        new Head(
            head.arn(),
            head.revision(),
            head.generation(),
            head.contentHash(),
            head.chainHash(),
            head.firstSeenAt().minusMillis(1),
            head.changedAt(),
            head.document()));

    private final UnaryOperator<Head> forge;

    Forgery(UnaryOperator<Head> forge) {
      this.forge = forge;
    }

    private static Head with(
        Head head, long revision, String contentHash, String chainHash, Document document) {
      return new Head(
          head.arn(),
          revision,
          head.generation(),
          contentHash,
          chainHash,
          head.firstSeenAt(),
          head.changedAt(),
          document);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aHeadOrTombstoneForgedWithItsChecksumRaisesTheAlarm(Forgery forgery) {
    var head = forgery.forge.apply(storedHead());
    var gone = storedTombstone();
    var last = forgery.forge.apply(gone.last());

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
  void aModifiedMarkRaisesTheAlarm() {
    var mark = ItemKey.known(PROFILES, live);

    assertThat(tampering(() -> edit(mark, "added"))).containsExactly("MODIFY " + mark);
    assertThat(tampering(() -> edit(mark, "arn"))).containsExactly("MODIFY " + mark);
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

  /** Writes an item with a matching checksum. */
  private void write(Rewrite rewrite) {
    var scope = hub.reader().findScope(PROFILES);
    var writer = new RepairWriter(hub.dynamo(), hub.table());
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
