package dev.bedrockinventory.simulator.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bedrockinventory.simulator.wire.EntryRefusal;
import dev.bedrockinventory.simulator.wire.Refusal;
import dev.bedrockinventory.simulator.world.BusEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a call of PutEvents.
 *
 * @param bus a name or an ARN; the default bus where it is absent
 * @param time in seconds since 1970, where it was sent
 */
record PutEventsEntry(
    Optional<String> source,
    Optional<String> detailType,
    Optional<String> detail,
    List<String> resources,
    Optional<String> bus,
    Optional<Instant> time) {
  /**
   * The maximum size of all entries of a call, in bytes. AWS later raised it to 1 MB; clients that
   * keep to the older limit work with both.
   */
  static final int MOST_BYTES = 256 * 1024;

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int TIME_BYTES = 14;

  static PutEventsEntry of(JsonNode entry) {
    if (!entry.isObject()) {
      throw new Refusal(400, "SerializationException", "Start of structure expected");
    }
    return new PutEventsEntry(
        text(entry, "Source"),
        text(entry, "DetailType"),
        text(entry, "Detail"),
        entry.path("Resources").valueStream().map(JsonNode::asText).toList(),
        text(entry, "EventBusName"),
        Optional.ofNullable(entry.get("Time"))
            .map(JsonNode::decimalValue)
            .map(seconds -> Instant.ofEpochMilli(seconds.movePointRight(3).longValue())));
  }

  /** Its size, as EventBridge's user guide counts it ("Calculating PutEvents event entry size"). */
  long bytes() {
    return time.map(_ -> TIME_BYTES).orElse(0)
        + bytes(source)
        + bytes(detailType)
        + bytes(detail)
        + resources.stream().mapToLong(arn -> bytes(Optional.of(arn))).sum();
  }

  /** The error of this entry; empty if the bus accepts it. */
  Optional<EntryRefusal> refusal() {
    return missing("Source", source)
        .or(() -> missing("DetailType", detailType))
        .or(() -> missing("Detail", detail))
        .or(this::malformed)
        .or(this::foreign);
  }

  BusEvent event(String id, Instant now) {
    return new BusEvent(
        id,
        source.orElseThrow(),
        detailType.orElseThrow(),
        detail.orElseThrow(),
        resources,
        time.orElse(now));
  }

  private Optional<EntryRefusal> malformed() {
    return detail.filter(PutEventsEntry::isObject).isPresent()
        ? Optional.empty()
        : Optional.of(new EntryRefusal("MalformedDetail", "Detail is malformed."));
  }

  private Optional<EntryRefusal> foreign() {
    return source
        .filter(text -> text.startsWith("aws."))
        .map(_ ->
            new EntryRefusal("NotAuthorizedForSourceException", "Not authorized for the source."));
  }

  private static Optional<EntryRefusal> missing(String name, Optional<String> value) {
    return value.filter(text -> !text.isEmpty()).isPresent()
        ? Optional.empty()
        : Optional.of(
            new EntryRefusal(
                "InvalidArgument",
                "Parameter %1$s is not valid. Reason: %1$s is a required argument."
                    .formatted(name)));
  }

  private static boolean isObject(String json) {
    try {
      return MAPPER.readTree(json).isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static Optional<String> text(JsonNode entry, String name) {
    var node = entry.path(name);
    if (!node.isMissingNode() && !node.isNull() && !node.isTextual()) {
      throw new Refusal(400, "SerializationException", "'" + name + "' is not a string");
    }
    return Optional.ofNullable(node.textValue());
  }

  private static long bytes(Optional<String> text) {
    return text.map(value -> value.getBytes(StandardCharsets.UTF_8).length).orElse(0);
  }
}
