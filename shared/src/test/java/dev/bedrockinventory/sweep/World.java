package dev.bedrockinventory.sweep;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Actor;
import dev.bedrockinventory.model.Actors;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.model.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What really exists in one scope: documents without tags, and tags; moved by the test. */
final class World {
  static final Instant LONG_AGO = Instant.parse("2025-01-02T03:04:05Z");

  static final Actor ALICE = Actors.user("arn:aws:iam::111122223333:user/alice");

  final Scope scope;
  final SortedMap<Arn, ObjectNode> resources = new TreeMap<>();
  final SortedMap<Arn, ObjectNode> tags = new TreeMap<>();
  private int events;
  Instant now = Instant.parse("2026-11-22T14:00:00Z");

  World(Kind kind) {
    scope = new Scope("111122223333", "us-east-2", kind);
  }

  /** Another world that begins with the same resources. */
  World copy() {
    var copy = new World(scope.kind());
    resources.forEach((arn, document) -> copy.resources.put(arn, document.deepCopy()));
    tags.forEach((arn, ofOne) -> copy.tags.put(arn, ofOne.deepCopy()));
    copy.events = events;
    copy.now = now;
    return copy;
  }

  Arn arn(String id) {
    return new Arn("arn:aws:bedrock:us-east-2:111122223333:" + scope.kind().arnType() + "/" + id);
  }

  Arn put(String id) {
    return put(id, LONG_AGO);
  }

  Arn put(String id, Instant createdAt) {
    var arn = arn(id);
    var document =
        JsonNodeFactory.instance
            .objectNode()
            .put(scope.kind().arnMember(), arn.text())
            .put(scope.kind().nameMember(), "name of " + id)
            .put(scope.kind().createdMember(), createdAt.toString());
    resources.put(arn, document);
    tags.put(arn, JsonNodeFactory.instance.objectNode());
    return arn;
  }

  void edit(Arn arn, String member, long value) {
    document(arn).put(member, value);
  }

  void tag(Arn arn, String key, String value) {
    tags.put(arn, tagsOf(arn).deepCopy().put(key, value));
  }

  ObjectNode tagsOf(Arn arn) {
    return tags.getOrDefault(arn, JsonNodeFactory.instance.objectNode());
  }

  void delete(Arn arn) {
    resources.remove(arn);
    tags.remove(arn);
  }

  ObjectNode document(Arn arn) {
    var document = resources.get(arn);
    if (document == null) {
      throw new IllegalStateException("the test asks for what is not there: " + arn);
    }
    return document;
  }

  /** The CloudTrail record of a call of alice's about a resource, made now. */
  Evidence event(Arn arn, String event, String... tagKeys) {
    return new Evidence(
        arn,
        "event-" + ++events,
        event,
        now.truncatedTo(ChronoUnit.SECONDS),
        ALICE,
        "203.0.113.7",
        "aws-cli/2",
        "request-" + events,
        Optional.empty(),
        Optional.empty(),
        tags(event, tagKeys));
  }

  /** What the call did to the tags: removed them, or put the world's own value. */
  private static Map<String, Optional<String>> tags(String event, String... keys) {
    return Stream.of(keys)
        .collect(
            Collectors.toMap(
                key -> key,
                key -> event.startsWith("Untag") ? Optional.empty() : Optional.of("red")));
  }

  Instant tick() {
    now = now.plusSeconds(1);
    return now;
  }
}
