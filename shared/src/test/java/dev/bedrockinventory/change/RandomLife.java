package dev.bedrockinventory.change;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.model.Actors;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Proofs;
import dev.bedrockinventory.model.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * A random history of a resource and random evidence about it, in few seconds and with few tags, so
 * that they meet often. The same seed gives the same life.
 *
 * @param revisions the history, oldest first
 * @param evidence the evidence, in no order
 */
public record RandomLife(List<Revision> revisions, List<Evidence> evidence) {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  /** Random revisions and events of a resource, spread over so many seconds. */
  public static RandomLife of(
      RandomGenerator random, Arn arn, int revisions, int events, int seconds) {
    var times = random.longs(revisions, 0, seconds * 1_000L).sorted().toArray();
    var history = new ArrayList<Revision>();
    for (var time : times) {
      history.add(revision(random, arn, history.size() + 1L, START.plusMillis(time)));
    }
    var evidence = new ArrayList<Evidence>();
    for (var event = 0; event < events; event++) {
      evidence.add(event(random, arn, "event-" + event, random.nextInt(-1, seconds + 1)));
    }
    return new RandomLife(history, evidence);
  }

  private static Revision revision(RandomGenerator random, Arn arn, long number, Instant at) {
    var change = number == 1 ? ChangeKind.BASELINE : pick(random, changeKinds());
    return new Revision(
        arn,
        number,
        change,
        at,
        document(random),
        change == ChangeKind.UPDATED ? fields(random) : List.of(),
        Proofs.NONE,
        "",
        "",
        "");
  }

  private static ChangeKind[] changeKinds() {
    return new ChangeKind[] {
      ChangeKind.UPDATED,
      ChangeKind.UPDATED,
      ChangeKind.UPDATED,
      ChangeKind.DELETED,
      ChangeKind.CREATED
    };
  }

  private static Document document(RandomGenerator random) {
    var tags = JsonNodeFactory.instance.objectNode();
    tags(random).forEach((key, value) -> value.ifPresent(text -> tags.put(key, text)));
    return new Document("{}").withTags(tags);
  }

  private static List<FieldChange> fields(RandomGenerator random) {
    var after = tags(random);
    return after.entrySet().stream()
        .map(tag ->
            new FieldChange(
                "/tags/" + tag.getKey(),
                FieldChange.Op.REPLACE,
                value(random).map(TextNode::valueOf),
                tag.getValue().map(TextNode::valueOf)))
        .toList();
  }

  private static Evidence event(RandomGenerator random, Arn arn, String id, int second) {
    var name =
        pick(
            random,
            "TagResource",
            "TagResource",
            "TagResource",
            "CreateInferenceProfile",
            "DeleteInferenceProfile");
    return new Evidence(
        arn,
        id,
        name,
        START.plusSeconds(second),
        Actors.user("alice"),
        "203.0.113.7",
        "aws-cli/2.31",
        "",
        random.nextInt(8) == 0
            ? Optional.of(new Evidence.Refusal("AccessDenied", "no"))
            : Optional.empty(),
        Optional.empty(),
        name.equals("TagResource") ? tags(random) : Map.of());
  }

  private static Map<String, Optional<String>> tags(RandomGenerator random) {
    var tags = new TreeMap<String, Optional<String>>();
    for (var count = random.nextInt(3); count > 0; count--) {
      tags.put(pick(random, "team", "owner", "cost"), value(random));
    }
    return tags;
  }

  private static Optional<String> value(RandomGenerator random) {
    return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(pick(random, "red", "blue"));
  }

  @SafeVarargs
  private static <T> T pick(RandomGenerator random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
