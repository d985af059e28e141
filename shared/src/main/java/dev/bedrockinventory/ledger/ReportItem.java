package dev.bedrockinventory.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Consumed;
import dev.bedrockinventory.model.Outcome;
import dev.bedrockinventory.model.Scope;
import dev.bedrockinventory.sweep.SweepReport;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The item of a sweep report.
 *
 * @param scope the swept scope
 */
record ReportItem(Scope scope) implements Codec<ReportEntry> {
  private static final String API_CALLS = "apiCalls";
  private static final String CHANGES = "changes";
  private static final String CONSUMED = "consumed";
  private static final String DRIFT = "drift";
  private static final String FAILURE_COUNT = "failureCount";
  private static final String PROBE_FAILED = "probeFailed";
  private static final String SKIPPED = "skipped";

  @Override
  public Map<String, AttributeValue> encode(ReportEntry entry) {
    var report = entry.report();
    return new ItemWriter(ItemKey.report(scope, report.startedAt()))
        .text(TableLayout.OUTCOME, report.outcome().name())
        .flag(SKIPPED, report.skipped())
        .text(TableLayout.FAILURES, FailureJson.json(report.failures()))
        .number(FAILURE_COUNT, entry.failures())
        .number(TableLayout.SEEN, report.seen())
        .text(CHANGES, json(report.changes()))
        .number(TableLayout.OMISSIONS, report.omissions())
        .number(DRIFT, report.drift())
        .flag(PROBE_FAILED, report.probeFailed())
        .text(API_CALLS, json(report.apiCalls()))
        .text(CONSUMED, json(report.consumed()))
        .number(TableLayout.MILLIS, report.millis())
        .number(TableLayout.EXPIRES_AT, entry.expiresAt().getEpochSecond())
        .withChecksum();
  }

  @Override
  public ReportEntry decode(Map<String, AttributeValue> item) {
    var reader = new ItemReader(item);
    var report =
        new SweepReport(
            scope,
            reader.value(TableLayout.SORT_KEY, reader.key().sk(), Instant::parse),
            reader.value(TableLayout.OUTCOME, reader.text(TableLayout.OUTCOME), Outcome::valueOf),
            reader.flag(SKIPPED),
            reader.value(TableLayout.FAILURES, reader.json(TableLayout.FAILURES), FailureJson::of),
            reader.smallNumber(TableLayout.SEEN),
            counts(reader, CHANGES, ChangeKind::valueOf),
            reader.smallNumber(TableLayout.OMISSIONS),
            reader.smallNumber(DRIFT),
            reader.flag(PROBE_FAILED),
            counts(reader, API_CALLS, Function.identity()),
            consumed(reader.json(CONSUMED)),
            reader.number(TableLayout.MILLIS));
    return new ReportEntry(
        report,
        reader.smallNumber(FAILURE_COUNT),
        reader.value(
            TableLayout.EXPIRES_AT, reader.number(TableLayout.EXPIRES_AT), Instant::ofEpochSecond));
  }

  private static String json(Map<?, Integer> counts) {
    var tree = JsonNodeFactory.instance.objectNode();
    counts.forEach((name, count) -> tree.put(name.toString(), count));
    return CanonicalJson.write(tree);
  }

  private static <T> Map<T, Integer> counts(
      ItemReader reader, String name, Function<String, T> parse) {
    return reader.json(name).properties().stream()
        .collect(
            Collectors.toMap(
                count -> reader.value(name, count.getKey(), parse),
                count -> count.getValue().asInt()));
  }

  private static String json(Consumed consumed) {
    var tree = JsonNodeFactory.instance.objectNode();
    return CanonicalJson.write(tree.put("read", consumed.read()).put("write", consumed.write()));
  }

  private static Consumed consumed(JsonNode tree) {
    return new Consumed(tree.path("read").asDouble(), tree.path("write").asDouble());
  }
}
