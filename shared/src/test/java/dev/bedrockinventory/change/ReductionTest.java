package dev.bedrockinventory.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReductionTest {
  @Test
  void aDocumentThatFitsStaysAsItIs() {
    var document = document(tree().put("a", "x".repeat(380_000)));

    assertThat(Reduction.fit(document, List.of()).document()).isEqualTo(document);
  }

  @Test
  void onlyTheLargestMembersAreReplacedByDigestAndLength() {
    var large = "y".repeat(300_000);
    var small = "z".repeat(200_000);
    var document = document(tree().put("name", "n").put("large", large).put("small", small));

    var stored = Reduction.fit(document, List.of()).document().tree();

    assertThat(stored.get("name").asText()).isEqualTo("n");
    assertThat(stored.get("small").asText()).isEqualTo(small);
    assertThat(stored.at("/large/$reduced/length").asInt()).isEqualTo(300_002);
    assertThat(stored.at("/large/$reduced/sha256").asText())
        .isEqualTo(Sha256.of('"' + large + '"'));
  }

  @Test
  void aDocumentOfVeryManySmallMembersIsReducedAsAWhole() {
    var tree = tree();
    for (var i = 0; i < 40_000; i++) {
      tree.put("member" + i, i);
    }
    var document = document(tree);

    var stored = Reduction.fit(document, List.of()).document();

    assertThat(stored.tree().at("/$reduced/sha256").asText()).isEqualTo(document.digest());
  }

  @Test
  void fieldChangesAreReducedSoThatTheyFitBesideTheDocument() {
    var before = document(tree().put("a", "b".repeat(300_000)).put("c", 1));
    var after = document(tree().put("a", "d".repeat(300_000)).put("c", 2));

    var stored = Reduction.fit(after, Differ.fields(before, after));

    assertThat(stored.document()).isEqualTo(after);
    assertThat(bytes(stored)).isLessThanOrEqualTo(Reduction.MOST_BYTES);
    assertThat(stored.fields()).extracting(FieldChange::path).containsExactly("/a", "/c");
    assertThat(stored.fields().getLast().after()).contains(JsonNodeFactory.instance.numberNode(2));
  }

  @Test
  void veryManyFieldChangesBecomeOneOfTheWholeDocument() {
    var tagsBefore = tree();
    var tagsAfter = tree();
    for (var i = 0; i < 9_000; i++) {
      tagsBefore.put("key" + i, "old");
      tagsAfter.put("key" + i, "new value");
    }
    var before = document(tree().set("tags", tagsBefore));
    var after = document(tree().set("tags", tagsAfter));

    var stored = Reduction.fit(after, Differ.fields(before, after));

    assertThat(bytes(stored)).isLessThanOrEqualTo(Reduction.MOST_BYTES);
    assertThat(stored.fields()).extracting(FieldChange::path).containsExactly("");
    assertThat(stored.fields().getFirst().after().map(value -> value.at("/$reduced/sha256")))
        .contains(JsonNodeFactory.instance.textNode(after.digest()));
  }

  @Test
  void aReducedMemberEqualsTheFullOneItStandsFor() {
    var full = tree().put("large", "y".repeat(500_000)).put("name", "n");
    var stored = Reduction.fit(document(full), List.of()).document();

    var changed = full.deepCopy().put("name", "m");

    assertThat(Differ.fields(stored, document(full))).isEmpty();
    assertThat(Differ.fields(stored, document(changed)))
        .extracting(FieldChange::path)
        .containsExactly("/name");
    assertThat(Differ.fields(stored, document(changed.put("large", "other"))))
        .extracting(FieldChange::path)
        .containsExactly("/large", "/name");
  }

  private static int bytes(Reduction stored) {
    var fields = JsonNodeFactory.instance.arrayNode();
    stored.fields().forEach(field -> fields.add(field.tree()));
    return (stored.document().json() + CanonicalJson.write(fields))
        .getBytes(StandardCharsets.UTF_8)
        .length;
  }

  private static ObjectNode tree() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Document document(JsonNode tree) {
    return Document.of((ObjectNode) tree);
  }
}
