package dev.bedrockinventory.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.normalize.Shape.ListOf;
import dev.bedrockinventory.normalize.Shape.Members;
import dev.bedrockinventory.normalize.Shape.Scalar;
import dev.bedrockinventory.normalize.Shape.SetOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class NormalizerPropertyTest {
  private static final int DOCUMENTS = 120;
  private static final Arn ARN =
      new Arn("arn:aws:bedrock:us-east-2:111122223333:imported-model/q8wz1mfp3k2a");
  private static final List<Operation> RESOURCES =
      List.of(
          Operation.LIST_INFERENCE_PROFILES,
          Operation.GET_INFERENCE_PROFILE,
          Operation.LIST_IMPORTED_MODELS,
          Operation.GET_IMPORTED_MODEL);

  /** Fixed seeds, and one of this run, which a failure names. */
  static Stream<Long> seeds() {
    return LongStream.of(1, 20_230_420, System.nanoTime()).boxed();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void equivalentJsonResultsInTheSameDocument(long seed) {
    var random = new Random(seed);
    for (var i = 0; i < DOCUMENTS; i++) {
      var operation = RESOURCES.get(i % RESOURCES.size());
      var resource = new RandomResource(random).of(MemberRules.resource(operation));
      var tags = tagged("tags", new RandomResource(random).tags("key", "value"));

      var again = respelled(MemberRules.resource(operation), resource, random);
      var tagsAgain =
          respelled(MemberRules.resource(Operation.LIST_TAGS_FOR_RESOURCE), tags, random);

      assertThat(document(operation, again, tagsAgain))
          .isEqualTo(document(operation, resource, tags));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everythingThatTheApiReturnedIsInTheDocument(long seed) {
    var random = new Random(seed);
    for (var i = 0; i < DOCUMENTS; i++) {
      var operation = RESOURCES.get(i % RESOURCES.size());
      var shape = MemberRules.resource(operation);
      var resource = new RandomResource(random).of(shape);

      var members = read(Normalizer.members(operation, resource, ARN));

      assertSame(shape, resource, members);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void normalizingIsIdempotent(long seed) {
    var random = new Random(seed);
    for (var i = 0; i < DOCUMENTS; i++) {
      var operation = RESOURCES.get(i % RESOURCES.size());
      var resource = new RandomResource(random).of(MemberRules.resource(operation));

      var once = read(Normalizer.members(operation, resource, ARN));
      var twice = read(Normalizer.members(operation, once, ARN));

      assertThat(twice).isEqualTo(once);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyTagIsInTheDocumentWithAllItsMembers(long seed) {
    var random = new Random(seed);
    for (var i = 0; i < DOCUMENTS; i++) {
      var list = new RandomResource(random).tags("Key", "Value");

      var tags = read(Normalizer.tags(Operation.GET_RESOURCES, tagged("Tags", list), ARN));

      assertThat(tags.size()).isEqualTo(list.size());
      for (var tag : list) {
        var actual = tags.path(tag.path("Key").textValue());
        var rest = tag.<ObjectNode>deepCopy().remove(List.of("Key", "Value"));
        assertThat(actual)
            .isEqualTo(rest.isEmpty() ? tag.path("Value") : rest.set("value", tag.path("Value")));
      }
    }
  }

  /** The same, but for the order of members and sets and the format of instants. */
  private static void assertSame(Shape shape, JsonNode raw, JsonNode kept) {
    if (raw.isNull()) {
      assertThat(kept).isEqualTo(raw);
      return;
    }
    switch (shape) {
      case Scalar scalar -> {
        if (scalar == Scalar.INSTANT) {
          assertThat(InstantParser.find(kept)).isPresent().isEqualTo(InstantParser.find(raw));
        } else {
          assertThat(kept).isEqualTo(raw);
        }
      }
      case Members members -> {
        assertThat(kept.size()).isEqualTo(raw.size());
        raw.properties()
            .forEach(member -> {
              var known = members.known().get(member.getKey());
              var value = kept.path(member.getKey());
              if (known == null) {
                assertThat(value).isEqualTo(member.getValue());
              } else {
                assertSame(known, member.getValue(), value);
              }
            });
      }
      case SetOf set ->
          assertThat(elements(kept)).containsExactlyInAnyOrderElementsOf(elements(raw));
      case ListOf list -> assertThat(kept).isEqualTo(raw);
    }
  }

  private static Document document(Operation operation, JsonNode resource, JsonNode tags) {
    return Normalizer.document(
        read(Normalizer.members(operation, resource, ARN)),
        read(Normalizer.tags(Operation.LIST_TAGS_FOR_RESOURCE, tags, ARN)));
  }

  private static JsonNode respelled(Shape shape, JsonNode node, Random random) {
    var respelling = new Reencoding(random);
    return CanonicalJson.parse(respelling.text(respelling.respell(shape, node)));
  }

  private static ObjectNode tagged(String member, JsonNode list) {
    return JsonNodeFactory.instance.objectNode().set(member, list);
  }

  private static List<JsonNode> elements(JsonNode array) {
    var elements = new ArrayList<JsonNode>();
    array.forEach(elements::add);
    return elements;
  }

  private static ObjectNode read(Normalized result) {
    return switch (result) {
      case Normalized.Read read -> read.tree();
      case Normalized.Malformed malformed -> throw new AssertionError(malformed.message());
    };
  }
}
