package dev.bedrockinventory.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.change.Chain;
import dev.bedrockinventory.feed.ChangePublisher;
import dev.bedrockinventory.feed.Redrive;
import dev.bedrockinventory.feed.RedriveSelection;
import dev.bedrockinventory.feed.StreamFilter;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.RepairWriter;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.ledger.dynamodb.DynamoStore;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.settings.Metric;
import dev.bedrockinventory.settings.Variable;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.simulator.world.BusEvent;
import dev.bedrockinventory.simulator.world.InferenceProfile;
import dev.bedrockinventory.verify.Repair;
import dev.bedrockinventory.verify.Verifier;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** With the records of a real stream, which DynamoDB Local writes as DynamoDB does. */
final class FeedHandlerTest {
  private static final Scope PROFILES = TestHub.scope(Kind.APPLICATION_INFERENCE_PROFILE);
  private static final int BATCH = 8;
  private static final int ATTEMPTS = 12;

  private final TestHub hub = new TestHub();
  private final FeedHandler handler = new FeedHandler(hub.wiring());

  FeedHandlerTest() {
    hub.region().bus(TestHub.BUS);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void everyChangeIsPublishedOnceAndNoBaselineIs() {
    recordChanges();

    var abandoned = mapping(StreamFilter.NEW_CHANGES).deliver(hub.stream());

    assertThat(abandoned).isEmpty();
    assertThat(published()).containsExactlyInAnyOrderElementsOf(recorded()).doesNotHaveDuplicates();
    assertThat(events())
        .extracting(event -> event.path("data").path("change").asText())
        .containsOnly("CREATED", "UPDATED", "DELETED")
        .contains("CREATED", "UPDATED", "DELETED");
  }

  @Test
  void anEventCarriesTheRevisionWithItsChainHash() {
    recordChanges();

    mapping(StreamFilter.NEW_CHANGES).deliver(hub.stream());

    assertThat(events()).hasSize(recorded().size());
    assertThat(events())
        .flatExtracting(event -> event.path("data").path("fields").findValuesAsText("path"))
        .containsOnlyOnce("/tags/cost~1center")
        .contains("/tags/team");
    for (var event : events()) {
      var data = event.path("data");
      var revision = revision(new Arn(data.path("arn").asText()), data.path("revision").asLong());
      assertThat(data.path("chainHash").asText()).isEqualTo(revision.chainHash());
      assertThat(data.path("document")).isEqualTo(revision.document().tree());
      assertThat(data.path("proofs")).isEqualTo(CanonicalJson.parse(revision.proofs().json()));
      assertThat(data.path("fields").valueStream().toList())
          .isEqualTo(revision.fields().stream().map(FieldChange::tree).toList());
    }
  }

  @Test
  void withoutFiltersOnlyChangesArePublished() {
    recordChanges();

    try (var output = new Output()) {
      assertThat(TestMapping.failures(handler, hub.stream())).isEmpty();

      assertThat(output.metrics()).isEmpty();
    }
    assertThat(published()).containsExactlyInAnyOrderElementsOf(recorded()).doesNotHaveDuplicates();
  }

  @Test
  void afterRejectionsAndRetriesTheIdsAreExactlyThoseOfTheChanges() {
    recordChanges();
    var records = hub.stream();
    var calls = Match.calls("PutEvents");
    hub.simulator.faults().add(calls, Fault.throttleEntries(of(recorded().get(2))), 7);
    hub.simulator.faults().add(calls, Fault.throttleEntries(of(recorded().get(9))), 5);
    hub.simulator.faults().add(calls, Fault.serverError(), 7);

    var abandoned = mapping(StreamFilter.NEW_CHANGES).deliver(records);

    assertThat(abandoned).isEmpty();
    assertThat(published()).hasSizeGreaterThan(recorded().size());
    assertThat(published().stream().distinct()).containsExactlyInAnyOrderElementsOf(recorded());
    assertThat(hub.region().bus(TestHub.BUS).events().stream().map(BusEvent::detail).distinct())
        .hasSameSizeAs(recorded());
  }

  @Test
  void theSequenceNumberOfTheFirstEventThatIsAlwaysRejectedIsReturned() {
    recordChanges();
    var changes = matching(StreamFilter.NEW_CHANGES);
    var third = recorded().get(2);
    hub.simulator.faults().add(Match.calls("PutEvents"), Fault.throttleEntries(of(third)));

    try (var output = new Output()) {
      var failures = TestMapping.failures(handler, changes.subList(0, 5));

      var index = published(changes).indexOf(third);
      assertThat(failures).containsExactly(TestMapping.sequenceNumber(changes.get(index)));
      var line = output.logs("record failed").getFirst();
      assertThat(line.path("level").asText()).isEqualTo("ERROR");
      assertThat(line.path("why").asText()).contains("ThrottlingException");
      assertThat(line.path("sequenceNumber").asText()).isEqualTo(failures.getFirst());
    }
  }

  @Test
  void anUnreadableRecordDelaysNoOtherAndIsAbandonedAloneAfterAllRetries() {
    recordChanges();
    var records = matching(StreamFilter.NEW_CHANGES);
    var poisoned = records.get(4);
    ((ObjectNode) poisoned.path("dynamodb").path("NewImage")).remove("chainHash");

    try (var output = new Output()) {
      var abandoned = mapping(StreamFilter.NEW_CHANGES).deliver(records);

      assertThat(abandoned).containsExactly(TestMapping.sequenceNumber(poisoned));
      assertThat(output.logs("record failed"))
          .hasSizeGreaterThanOrEqualTo(ATTEMPTS)
          .allSatisfy(line ->
              assertThat(line.path("why").asText()).contains("attribute 'chainHash' is missing"));
    }
    var others = new ArrayList<>(recorded());
    others.remove(published(records).get(4));
    assertThat(published()).containsExactlyInAnyOrderElementsOf(others).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dynamodb", "eventName"})
  void aRecordWithMissingMembersFails(String part) {
    recordChanges();
    var record = (ObjectNode) matching(StreamFilter.NEW_CHANGES).getFirst();
    record.remove(part);

    assertThat(TestMapping.failures(handler, List.of(record))).hasSize(1);
    assertThat(published()).isEmpty();
  }

  @Test
  void anUnreadableFirstRecordFailsTheBatchSoThatLambdaHalvesIt() {
    recordChanges();
    var records = matching(StreamFilter.NEW_CHANGES);
    ((ObjectNode) records.getFirst()).put("eventName", "UPSERT");

    try (var output = new Output()) {
      assertThatThrownBy(() -> TestMapping.failures(handler, records))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(TestMapping.sequenceNumber(records.getFirst()));

      assertThat(output.logs("record failed"))
          .extracting(line -> line.path("sequenceNumber").asText())
          .containsExactly(TestMapping.sequenceNumber(records.getFirst()));
    }
    assertThat(published()).isEmpty();
  }

  @Test
  void aRevisionWhoseChainHashDoesNotMatchItsContentFailsAndIsNotPublished() {
    recordChanges();
    var record = matching(StreamFilter.NEW_CHANGES).getFirst();
    ((ObjectNode) record.path("dynamodb").path("NewImage").path("document"))
        .put("S", "{\"forged\":1}");

    try (var output = new Output()) {
      assertThat(TestMapping.failures(handler, List.of(record))).hasSize(1);

      assertThat(output.logs("record failed").getFirst().path("why").asText())
          .contains("chain hash");
      assertThat(output.text()).doesNotContain("forged");
    }
    assertThat(published()).isEmpty();
  }

  @Test
  void aRevisionThatDoesNotFollowTheStoredOneFailsAndIsNotPublished() {
    recordChanges();
    var records = matching(StreamFilter.NEW_CHANGES);
    var second = record(records, 2);
    delete(ItemKey.revision(revision(second).arn(), 1));

    assertNotPublished(second, "does not follow the stored revision 1");
  }

  @Test
  void aRevisionThatTheNextOneDoesNotFollowFailsAndIsNotPublished() {
    recordChanges();
    var records = matching(StreamFilter.NEW_CHANGES);
    var second = record(records, 2, record(records, 3));
    forge(second);

    assertNotPublished(second, "is not the revision that revision 3 follows");
  }

  @Test
  void aLastRevisionThatNoHeadOrTombstoneContinuesFailsAndIsNotPublished() {
    recordChanges();
    var third = record(matching(StreamFilter.NEW_CHANGES), 3);
    forge(third);

    assertNotPublished(third, "is the last, but no head or tombstone matches it");
  }

  @Test
  void aChangeIsNotPublishedWhileTheTableCannotBeRead() {
    recordChanges();
    var records = matching(StreamFilter.NEW_CHANGES).subList(0, 1);
    hub.environment.put(Variable.TABLE.key(), "missing");

    try (var output = new Output()) {
      var failures = TestMapping.failures(new FeedHandler(hub.wiring()), records);

      assertThat(failures).containsExactly(TestMapping.sequenceNumber(records.getFirst()));
      assertThat(output.logs("record failed").getFirst().path("why").asText())
          .contains("table 'missing'");
    }
    assertThat(published()).isEmpty();
    assertThat(TestMapping.failures(handler, records)).isEmpty();
    assertThat(published()).hasSize(1);
  }

  @Test
  void anEventRedrivenFromTheLedgerHasTheSameBytesAsFromTheStream() {
    recordChanges();
    mapping(StreamFilter.NEW_CHANGES).deliver(hub.stream());
    var details = details();

    try (var client = hub.events()) {
      var bus = new ChangePublisher(client, TestHub.BUS, _ -> {});
      new Redrive(hub.reader(), hub.clock, bus).run(RedriveSelection.from(TestHub.START));
    }

    assertThat(details()).hasSize(2 * details.size());
    assertThat(details().stream().distinct()).containsExactlyInAnyOrderElementsOf(details);
  }

  @Test
  void aLargeRevisionIsTruncatedAndMarkedAsTruncated() {
    sweep();
    var profile = hub.region().createProfile("large", Map.of());
    var text = "x".repeat(380_000);
    hub.region()
        .changeProfile(
            profile.arn(),
            p ->
                new InferenceProfile(
                    p.arn(),
                    p.id(),
                    p.name(),
                    Optional.of(text),
                    p.createdAt(),
                    p.updatedAt(),
                    p.models(),
                    p.status(),
                    p.type(),
                    p.extra()));
    sweep();
    var revision = revision(new Arn(profile.arn()), 1);

    mapping(StreamFilter.NEW_CHANGES).deliver(hub.stream());

    assertThat(revision.document().json().length()).isGreaterThan(380_000);
    assertThat(published()).containsExactlyElementsOf(recorded()).hasSize(1);
    var data = events().getFirst().path("data");
    assertThat(data.path("truncated").asBoolean()).isTrue();
    assertThat(data.has("document")).isFalse();
    assertThat(data.path("contentHash").asText()).isEqualTo(revision.contentHash());
  }

  @Test
  void aModifiedOrDeletedRevisionRaisesTheAlarmAndIsNamedWithoutItsValues() {
    recordChanges();
    var before = hub.stream().size();
    var revisions = recordedRevisions();
    hub.dynamo()
        .updateItem(r ->
            r.tableName(hub.table())
                .key(key(revisions.get(0)))
                .updateExpression("SET document = :d")
                .expressionAttributeValues(Map.of(":d", AttributeValue.fromS("{\"forged\":1}"))));
    hub.dynamo().deleteItem(r -> r.tableName(hub.table()).key(key(revisions.get(1))));
    var records = hub.stream();

    try (var output = new Output()) {
      var abandoned =
          mapping(StreamFilter.CHANGED_HISTORY).deliver(records.subList(before, records.size()));

      assertThat(abandoned).isEmpty();
      assertThat(output.metrics()).hasSize(1);
      assertThat(output.metrics().getFirst().path(Metric.HISTORY_TAMPERED.key()).asInt())
          .isEqualTo(2);
      assertThat(output.logs("history tampered"))
          .extracting(line -> line.path("how").asText())
          .containsExactly("MODIFY", "REMOVE");
      assertThat(output.logs("history tampered"))
          .extracting(line -> line.path("pk").asText())
          .containsExactly(
              "RESOURCE#" + revisions.get(0).arn(), "RESOURCE#" + revisions.get(1).arn());
      assertThat(output.text()).doesNotContain("forged");
    }
    assertThat(published()).isEmpty();
  }

  @Test
  void anOverwrittenRevisionRaisesTheAlarm() {
    recordChanges();
    var before = hub.stream().size();
    var revision = recordedRevisions().getFirst();
    var item = hub.dynamo().getItem(r -> r.tableName(hub.table()).key(key(revision))).item();
    var forged = new HashMap<>(item);
    forged.put("proofs", AttributeValue.fromS("{\"forged\":1}"));
    hub.dynamo().putItem(r -> r.tableName(hub.table()).item(forged));
    var records = hub.stream();

    try (var output = new Output()) {
      mapping(StreamFilter.CHANGED_HISTORY).deliver(records.subList(before, records.size()));

      assertThat(output.metrics()).hasSize(1);
      assertThat(output.logs("history tampered").getFirst().path("how").asText())
          .isEqualTo("MODIFY");
    }
  }

  @Test
  void theAlarmIsNotDelayedByRecordsThatCannotBePublished() {
    recordChanges();
    var changes = matching(StreamFilter.NEW_CHANGES).subList(0, 2);
    ((ObjectNode) changes.get(0).path("dynamodb").path("NewImage")).remove("chainHash");
    ((ObjectNode) changes.get(1).path("dynamodb").path("NewImage")).remove("document");
    hub.dynamo().deleteItem(r -> r.tableName(hub.table()).key(key(recordedRevisions().getFirst())));
    var batch = Stream.concat(changes.stream(), Stream.of(hub.stream().getLast())).toList();

    try (var output = new Output()) {
      assertThatThrownBy(() -> TestMapping.failures(handler, batch))
          .isInstanceOf(IllegalStateException.class);

      assertThat(output.logs("history tampered")).hasSize(1);
      assertThat(output.metrics()).hasSize(1);
    }
  }

  @Test
  void thisProjectsCodeNeverModifiesHistory() {
    recordChanges();
    hub.target("accounts", "[\"here\"]");
    var refreshes = new RefreshHandler(hub.wiring());
    var gamma = hub.region().profile("gamma").arn();
    hub.region().tag("gamma", Map.of("team", "green"));
    var job = hub.region().startImport("imported", Map.of()).arn();
    TestHub.deliver(
        refreshes,
        TestEvents.tags("event-1", "TagResource", gamma, TestHub.ACCOUNT),
        TestEvents.importJob(job));
    hub.clock.pass(Duration.ofMinutes(1));
    TestHub.deliver(refreshes, RefreshHandler.poll(new Arn(job)));
    hub.simulator.faults().add(Match.calls("ListInferenceProfiles"), Fault.deny(), 1);
    sweep();
    var delta = hub.region().profile("delta");
    hub.region().delete("delta");
    sweep();
    hub.region().put(delta);
    sweep();
    for (var report : hub.reader().reports(PROFILES).toList()) {
      hub.dynamo().deleteItem(r -> r.tableName(hub.table()).key(key(report.key())));
    }
    var records = new ArrayList<>(hub.stream());
    records.addAll(repairs());

    assertThat(records)
        .extracting(record ->
            record.path("eventName").asText()
                + " "
                + record.at("/dynamodb/Keys/sk/S").asText().replaceFirst("#.*", ""))
        .contains("INSERT EVENT", "INSERT REVISION")
        .contains("INSERT HEAD", "MODIFY HEAD", "REMOVE HEAD")
        .contains("INSERT GONE", "MODIFY GONE", "REMOVE GONE")
        .contains("INSERT KNOWN", "MODIFY KNOWN");
    assertThat(records)
        .extracting(record ->
            record.path("eventName").asText()
                + " "
                + record.at("/dynamodb/Keys/pk/S").asText().replaceFirst("#.*", ""))
        .contains("REMOVE SWEEPS", "REMOVE JOBS", "MODIFY SCOPES");
    try (var output = new Output()) {
      assertThat(TestMapping.failures(handler, records)).isEmpty();

      assertThat(output.logs("history tampered")).isEmpty();
      assertThat(output.metrics()).isEmpty();
    }
  }

  /**
   * The records of a repair of every kind of head, tombstone and known mark that edits by hand can
   * leave behind, without those of the edits.
   */
  private List<JsonNode> repairs() {
    var heads = hub.reader().heads(PROFILES).map(StoredItem::value).toList();
    var gone = hub.reader().tombstones(PROFILES).map(StoredItem::value).toList();
    var edited = heads.get(0).arn();
    var removed = heads.get(1).arn();
    var live = heads.get(2);
    var deleted = gone.getFirst().last();
    edit(ItemKey.head(PROFILES, edited), "document", "{}");
    edit(ItemKey.known(PROFILES, edited), "arn", live.arn().text());
    delete(ItemKey.head(PROFILES, removed));
    delete(ItemKey.known(PROFILES, live.arn()));
    delete(ItemKey.tombstone(PROFILES, gone.get(1).last().arn()));
    edit(ItemKey.tombstone(PROFILES, deleted.arn()), "deletedAt", "2026-01-01T00:00:00.000Z");
    edit(ItemKey.tombstone(PROFILES, live.arn()), "deletedAt", "2026-01-01T00:00:00.000Z");
    edit(ItemKey.head(PROFILES, deleted.arn()), "document", "{}");
    var before = hub.stream().size();

    var writer = new RepairWriter(new DynamoStore(hub.dynamo(), hub.table()));
    var result =
        new Repair(hub.reader(), writer, hub.clock).run(Filter.ALL, new Repair.Mode(false, false));

    assertThat(result.unrepaired()).isEmpty();
    assertThat(result.repaired()).hasSizeGreaterThan(7);
    assertThat(new Verifier(hub.reader(), hub.clock, Filter.ALL).run().findings()).isEmpty();
    var records = hub.stream();
    return records.subList(before, records.size());
  }

  private void edit(ItemKey key, String name, String value) {
    hub.dynamo()
        .updateItem(r ->
            r.tableName(hub.table())
                .key(key(key))
                .updateExpression("SET #n = :v")
                .expressionAttributeNames(Map.of("#n", name))
                .expressionAttributeValues(Map.of(":v", AttributeValue.fromS(value))));
  }

  private void delete(ItemKey key) {
    hub.dynamo().deleteItem(r -> r.tableName(hub.table()).key(key(key)));
  }

  /** Two profiles before the first observation; then a dozen changes of every kind. */
  private void recordChanges() {
    hub.region().createProfile("alpha", Map.of("team", "red"));
    hub.region().createProfile("beta", Map.of());
    sweep();
    for (var name : List.of("gamma", "delta", "epsilon", "zeta", "eta", "theta")) {
      hub.region().createProfile(name, Map.of());
    }
    sweep();
    hub.region().tag("alpha", Map.of("team", "blue"));
    hub.region().tag("gamma", Map.of("cost/center", "4711"));
    sweep();
    hub.region().delete("beta");
    hub.region().untag("alpha", List.of("team"));
    hub.region().delete("zeta");
    sweep();
  }

  private void sweep() {
    hub.clock.pass(Duration.ofMinutes(5));
    assertThat(TestHub.deliver(new SweepHandler(hub.wiring()), hub.sweep(PROFILES))).isEmpty();
  }

  private TestMapping mapping(StreamFilter filter) {
    return new TestMapping(handler, List.of(filter), BATCH, ATTEMPTS);
  }

  private List<JsonNode> matching(StreamFilter filter) {
    var pattern = CanonicalJson.parse(filter.pattern());
    return hub.stream().stream().filter(record -> TestMapping.matches(pattern, record)).toList();
  }

  /** The published ids, in their order. */
  private List<String> published() {
    return events().stream().map(event -> event.path("id").asText()).toList();
  }

  private static List<String> published(List<JsonNode> records) {
    return records.stream()
        .map(
            record -> record.path("dynamodb").path("NewImage").path("changeKey").path("S").asText())
        .toList();
  }

  private List<JsonNode> events() {
    return details().stream().map(CanonicalJson::parse).toList();
  }

  private List<String> details() {
    return hub.region().bus(TestHub.BUS).events().stream().map(BusEvent::detail).toList();
  }

  /** The keys of all changes that the ledger has, oldest first. */
  private List<String> recorded() {
    var day = LocalDate.ofInstant(TestHub.START, ZoneOffset.UTC);
    return hub.reader().changes(day).map(stored -> stored.value().key()).toList();
  }

  private List<Revision> recordedRevisions() {
    var day = LocalDate.ofInstant(TestHub.START, ZoneOffset.UTC);
    return hub.reader()
        .changes(day)
        .map(StoredItem::value)
        .map(entry -> revision(entry.arn(), entry.number()))
        .toList();
  }

  /** The record of the first revision with this number. */
  private JsonNode record(List<JsonNode> records, long number) {
    return records.stream()
        .filter(record -> revision(record).number() == number)
        .findFirst()
        .orElseThrow();
  }

  /** The record of the revision with this number of the same resource. */
  private JsonNode record(List<JsonNode> records, long number, JsonNode of) {
    return records.stream()
        .filter(record -> revision(record).arn().equals(revision(of).arn()))
        .filter(record -> revision(record).number() == number)
        .findFirst()
        .orElseThrow();
  }

  /** The stored revision that a record is about. */
  private Revision revision(JsonNode record) {
    var keys = record.at("/dynamodb/Keys");
    return revision(
        new Arn(keys.at("/pk/S").asText().replaceFirst("RESOURCE#", "")),
        Long.parseLong(keys.at("/sk/S").asText().replaceFirst("REVISION#", "")));
  }

  /** Changes the document of a new revision, with matching hashes. */
  private void forge(JsonNode record) {
    var stored = revision(record);
    var document = new Document("{\"forged\":1}");
    var forged =
        new Revision(
            stored.arn(),
            stored.number(),
            stored.change(),
            stored.observedAt(),
            document,
            stored.fields(),
            stored.proofs(),
            document.digest(),
            stored.previousHash(),
            Chain.START);
    var image = record.at("/dynamodb/NewImage");
    ((ObjectNode) image.path("document")).put("S", document.json());
    ((ObjectNode) image.path("contentHash")).put("S", document.digest());
    ((ObjectNode) image.path("chainHash")).put("S", Chain.hash(forged));
  }

  private void assertNotPublished(JsonNode record, String problem) {
    try (var output = new Output()) {
      assertThat(TestMapping.failures(handler, List.of(record)))
          .containsExactly(TestMapping.sequenceNumber(record));

      assertThat(output.logs("record failed").getFirst().path("why").asText()).contains(problem);
      assertThat(output.text()).doesNotContain("forged");
    }
    assertThat(published()).isEmpty();
  }

  private Revision revision(Arn arn, long number) {
    return hub.reader().revisions(arn, number, number).findFirst().orElseThrow().value();
  }

  private static Map<String, AttributeValue> key(Revision revision) {
    return key(ItemKey.revision(revision.arn(), revision.number()));
  }

  private static Map<String, AttributeValue> key(ItemKey key) {
    return Map.of("pk", AttributeValue.fromS(key.pk()), "sk", AttributeValue.fromS(key.sk()));
  }

  /** The entry of this event. */
  private static Predicate<JsonNode> of(String id) {
    return entry -> entry.path("Detail").asText().contains("\"id\":\"%s\"".formatted(id));
  }
}
