package dev.bedrockinventory.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ChangeEventTest {

  @Test
  void anEventIsACloudEventWithTheRevisionAsData() {
    var revision = Revisions.updated();

    var event = ChangeEvent.of(revision);

    assertThat(event.truncated()).isFalse();
    var tree = CanonicalJson.parse(event.json());
    assertThat(tree.path("specversion").asText()).isEqualTo("1.0");
    assertThat(tree.path("id").asText())
        .isEqualTo(event.id())
        .isEqualTo("2026-11-22T14:20:10.123Z#" + Revisions.ARN + "#0000000002");
    assertThat(tree.path("subject").asText()).isEqualTo(Revisions.ARN.text());
    assertThat(tree.path("time").asText()).isEqualTo("2026-11-22T14:20:10.123Z");
    var data = tree.path("data");
    assertThat(data.path("change").asText()).isEqualTo("UPDATED");
    assertThat(data.path("account").asText()).isEqualTo("111122223333");
    assertThat(data.path("reduced").asBoolean(true)).isFalse();
    assertThat(data.path("kind").asText()).isEqualTo("application-inference-profile");
    assertThat(data.path("document")).isEqualTo(revision.document().tree());
    assertThat(data.path("fields").path(1).path("path").asText()).isEqualTo("/tags/cost~1center");
    assertThat(data.path("chainHash").asText()).isEqualTo(revision.chainHash());
  }

  @Test
  void theDocumentedEventIsTheActualEvent() throws IOException {
    var event = ChangeEvent.of(Revisions.retagged());

    assertThat(Files.readAllLines(Path.of("../docs/operations.md"))).contains(event.json());
  }

  static Stream<Revision> everyRevisionThatIsTold() {
    return Stream.of(
        Revisions.created(),
        Revisions.updated(),
        Revisions.deleted(),
        Revisions.large(4, 380_000),
        Revisions.reducedDocument(),
        Revisions.reducedField(),
        Revisions.reducedToOneField());
  }

  static Stream<Revision> everyRevisionThatIsReduced() {
    return Stream.of(
        Revisions.reducedDocument(), Revisions.reducedField(), Revisions.reducedToOneField());
  }

  @ParameterizedTest
  @MethodSource("everyRevisionThatIsReduced")
  void aReducedRevisionIsMarkedInItsEvent(Revision revision) {
    var data = CanonicalJson.parse(ChangeEvent.of(revision).json()).path("data");

    assertThat(data.path("truncated").asBoolean()).isFalse();
    assertThat(data.path("reduced").asBoolean()).isTrue();
    assertThat(data.toString()).contains("$reduced");
  }

  @Test
  void manyFieldChangesArePublishedAsOneOfTheDocument() {
    var event = ChangeEvent.of(Revisions.reducedToOneField());

    var fields = CanonicalJson.parse(event.json()).path("data").path("fields");
    assertThat(fields).hasSize(1);
    assertThat(fields.path(0).path("path").asText()).isEmpty();
    assertThat(fields.path(0).has("before")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("everyRevisionThatIsTold")
  void everyEventFollowsTheSchema(Revision revision) {
    assertThat(Schema.violations(ChangeEvent.of(revision).json())).isEmpty();
  }

  static Stream<Consumer<ObjectNode>> everyBreach() {
    return Stream.of(
        event -> event.remove("id"),
        event -> event.put("id", "4711"),
        event -> event.put("type", "dev.bedrockinventory.change.v2"),
        event -> event.put("time", "yesterday"),
        event -> data(event).remove("chainHash"),
        event -> data(event).remove("document"),
        event -> data(event).put("truncated", true),
        event -> data(event).remove("reduced"),
        event -> collapsed(event).remove("before"),
        event -> collapsed(event),
        event -> {
          data(event).put("reduced", true);
          collapsed(event).put("after", "not reduced").remove("before");
        },
        event -> data(event).put("change", "BASELINE"),
        event -> data(event).put("revision", 0),
        event -> data(event).put("unheardOf", 1),
        event -> ((ObjectNode) data(event).path("fields").path(0)).remove("before"));
  }

  @ParameterizedTest
  @MethodSource("everyBreach")
  void theSchemaRejectsInvalidEvents(Consumer<ObjectNode> breach) {
    var event = (ObjectNode) CanonicalJson.parse(ChangeEvent.of(Revisions.updated()).json());

    breach.accept(event);

    assertThat(Schema.violations(event.toString())).isNotEmpty();
  }

  @Test
  void anEventAboveTwoHundredKilobytesOmitsDocumentAndFieldsAndIsMarked() {
    var event = ChangeEvent.of(Revisions.large(4, 380_000));

    assertThat(event.truncated()).isTrue();
    assertThat(event.bytes()).isLessThan(2_000);
    var data = CanonicalJson.parse(event.json()).path("data");
    assertThat(data.path("truncated").asBoolean()).isTrue();
    assertThat(data.has("document")).isFalse();
    assertThat(data.has("fields")).isFalse();
    assertThat(data.path("chainHash").asText()).hasSize(64);
  }

  @Test
  void anEventIsTruncatedFromTheFirstByteAboveTheLimit() {
    var room = ChangeEvent.MAX_BYTES - ChangeEvent.of(Revisions.large(1, 0)).bytes();

    var last = ChangeEvent.of(Revisions.large(1, room));
    var next = ChangeEvent.of(Revisions.large(1, room + 1));

    assertThat(last.truncated()).isFalse();
    assertThat(last.bytes()).isEqualTo(ChangeEvent.MAX_BYTES);
    assertThat(next.truncated()).isTrue();
  }

  private static ObjectNode collapsed(JsonNode event) {
    return ((ObjectNode) data(event).path("fields").path(0)).put("path", "");
  }

  private static ObjectNode data(JsonNode event) {
    return (ObjectNode) event.path("data");
  }
}
