package dev.bedrockinventory.functions;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.feed.StreamFilter;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.simulator.engine.TableStream;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An event source mapping as Lambda documents it: filters, delivers batches, halves one that failed
 * as a whole, continues from the record that a response names, abandons records after the maximum
 * number of attempts and returns their sequence numbers, as its on-failure queue would. Halving
 * does not count as an attempt, which is documented. Whether continuing from a later record resets
 * the count is not: here it does not, the worse of both.
 */
final class TestMapping {
  private final FeedHandler handler;
  private final List<JsonNode> patterns;
  private final int batchSize;
  private final int maxAttempts;
  private final List<String> abandoned = new ArrayList<>();

  TestMapping(FeedHandler handler, List<StreamFilter> filters, int batchSize, int maxAttempts) {
    this.handler = handler;
    this.patterns = filters.stream().map(filter -> CanonicalJson.parse(filter.pattern())).toList();
    this.batchSize = batchSize;
    this.maxAttempts = maxAttempts;
  }

  /** Delivers what matches one of the filters; returns the abandoned sequence numbers. */
  List<String> deliver(List<JsonNode> records) {
    var matching = records.stream().filter(this::isDelivered).toList();
    for (var from = 0; from < matching.size(); from += batchSize) {
      deliver(matching.subList(from, Math.min(from + batchSize, matching.size())), maxAttempts);
    }
    return List.copyOf(abandoned);
  }

  /** The response of the handler to one batch, with any filter. */
  static List<String> failures(FeedHandler handler, List<JsonNode> records) {
    return handler.handleRequest(event(records), TestHub.CONTEXT).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private boolean isDelivered(JsonNode record) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, record));
  }

  private void deliver(List<JsonNode> batch, int attempts) {
    if (attempts == 0) {
      batch.forEach(record -> abandoned.add(sequenceNumber(record)));
      return;
    }
    List<String> failures;
    try {
      failures = failures(handler, batch);
    } catch (IllegalStateException e) {
      var half = batch.size() / 2;
      deliver(batch.subList(0, half), attempts);
      deliver(batch.subList(half, batch.size()), attempts);
      return;
    }
    if (!failures.isEmpty()) {
      var index =
          batch.stream().map(TestMapping::sequenceNumber).toList().indexOf(failures.getFirst());
      deliver(batch.subList(index, batch.size()), attempts - 1);
    }
  }

  static String sequenceNumber(JsonNode record) {
    return record.path("dynamodb").path("SequenceNumber").asText();
  }

  /** Lambda's own reading of its event. */
  private static DynamodbEvent event(List<JsonNode> records) {
    return LambdaEventSerializers.serializerFor(
            DynamodbEvent.class, TestMapping.class.getClassLoader())
        .fromJson(
            new ByteArrayInputStream(TableStream.event(records).getBytes(StandardCharsets.UTF_8)));
  }

  /** Whether every member of the pattern matches; an array matches if any of its elements does. */
  static boolean matches(JsonNode pattern, JsonNode value) {
    return pattern.isArray()
        ? pattern.valueStream().anyMatch(matcher -> isMatch(matcher, value))
        : pattern.properties().stream()
            .allMatch(member -> matches(member.getValue(), value.path(member.getKey())));
  }

  private static boolean isMatch(JsonNode matcher, JsonNode value) {
    if (matcher.has("exists")) {
      return matcher.path("exists").asBoolean() == value.isValueNode();
    }
    return matcher.has("prefix")
        ? value.asText().startsWith(matcher.path("prefix").asText())
        : matcher.equals(value);
  }
}
