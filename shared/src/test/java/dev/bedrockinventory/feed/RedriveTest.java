package dev.bedrockinventory.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.audit.Filter;
import dev.bedrockinventory.audit.Period;
import dev.bedrockinventory.change.Recorder;
import dev.bedrockinventory.change.Recording;
import dev.bedrockinventory.ledger.ChangeEntry;
import dev.bedrockinventory.ledger.DynamoLedger;
import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.LocalTable;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.model.Sighting;
import dev.bedrockinventory.simulator.faults.Fault;
import dev.bedrockinventory.simulator.faults.Match;
import dev.bedrockinventory.sweep.Commit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** With more changes than are put together. */
final class RedriveTest {
  private static final Scope SCOPE =
      new Scope("111122223333", "us-east-2", Kind.APPLICATION_INFERENCE_PROFILE);
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final int COUNT = 120;
  private static final int TOGETHER = 10;

  private final LocalTable table = LocalTable.make();
  private final TestBus test = new TestBus();
  private final LedgerReader reader = new LedgerReader(table.client(), table.name());
  private final Redrive redrive =
      new Redrive(
          reader, () -> NOON.plusSeconds(60), new ChangeBus(test.client, TestBus.NAME, _ -> {}));

  RedriveTest() {
    var ledger = new DynamoLedger(table.client(), table.name(), _ -> {});
    var state = ledger.scope(SCOPE);
    record(ledger, number -> Recorder.first(state, sighting(number, "red", NOON)));
    var heads = ledger.heads(SCOPE);
    record(
        ledger,
        number ->
            Recorder.updated(
                Objects.requireNonNull(heads.get(arn(number))),
                sighting(number, "blue", NOON.plusSeconds(number))));
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void everyChangeIsToldOnceOldestFirst() {
    var redriven = run();

    assertThat(redriven.sent()).isEqualTo(COUNT);
    assertThat(redriven.truncated()).isZero();
    assertThat(redriven.broken()).isEmpty();
    assertThat(redriven.stop()).isEmpty();
    assertThat(ids()).isEqualTo(recorded());
  }

  @Test
  void aRefusalInAnEarlyRoundEndsItAndIsNotForgotten() {
    var thirtieth = recorded().get(29);
    test.simulator
        .faults()
        .add(
            Match.calls("PutEvents"),
            Fault.throttleEntries(entry -> entry.path("Detail").asText().contains(thirtieth)));

    var redriven = run();

    assertThat(redriven.sent()).isEqualTo(29);
    assertThat(redriven.stop().map(Redriven.Stop::id)).contains(thirtieth);
    assertThat(ids()).hasSizeLessThan(40);
  }

  @Test
  void whatIsNotWhatWasRecordedIsNamedAndNotTold() {
    table
        .client()
        .updateItem(r ->
            r.tableName(table.name())
                .key(key(5))
                .updateExpression("SET document = :d")
                .expressionAttributeValues(Map.of(":d", AttributeValue.fromS("{\"forged\":1}"))));
    table
        .client()
        .updateItem(r ->
            r.tableName(table.name())
                .key(key(7))
                .updateExpression("SET added = :a")
                .expressionAttributeValues(Map.of(":a", AttributeValue.fromS("later"))));

    var redriven = run();

    assertThat(redriven.sent()).isEqualTo(COUNT - 2);
    assertThat(redriven.broken())
        .extracting(Redriven.Broken::problem)
        .containsExactly(
            "its chain hash is not that of what it says", "not as it was written: added");
  }

  private Redriven run() {
    return redrive.run(Period.ALWAYS, Filter.ALL, Set.of());
  }

  private List<String> ids() {
    return test.told().stream().map(json -> CanonicalJson.parse(json).path("id").asText()).toList();
  }

  private List<String> recorded() {
    return reader
        .changes(LocalDate.parse("2026-11-22"))
        .map(stored -> stored.value())
        .map(ChangeEntry::key)
        .toList();
  }

  private static void record(DynamoLedger ledger, IntFunction<Recording> recording) {
    for (var from = 0; from < COUNT; from += TOGETHER) {
      var batch = IntStream.range(from, from + TOGETHER).mapToObj(recording).toList();
      var commit = ledger.record(SCOPE, ledger.scope(SCOPE).generation(), batch);
      if (!(commit instanceof Commit.Recorded)) {
        throw new AssertionError(commit);
      }
    }
  }

  private static Map<String, AttributeValue> key(int number) {
    var key = ItemKey.revision(arn(number), 2);
    return Map.of("pk", AttributeValue.fromS(key.pk()), "sk", AttributeValue.fromS(key.sk()));
  }

  private static Sighting sighting(int number, String team, Instant at) {
    var json = "{\"tags\":{\"team\":\"%s\"}}".formatted(team);
    return new Sighting(arn(number), new Document(json), at);
  }

  private static Arn arn(int number) {
    return new Arn(
        "arn:aws:bedrock:us-east-2:111122223333:application-inference-profile/profile%05d"
            .formatted(number));
  }
}
