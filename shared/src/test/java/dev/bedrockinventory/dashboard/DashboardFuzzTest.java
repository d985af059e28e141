package dev.bedrockinventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.query.ExampleHistory;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** No event breaks the parser or the renderer, and no value of one becomes markup. */
final class DashboardFuzzTest {
  private static final Widgets WIDGETS = widgets();
  private static final Map<String, Integer> HARMLESS = structure("harmless");

  private static Widgets widgets() {
    var table = ExampleHistory.copy();
    return new Widgets(table::reader, () -> ExampleHistory.END, Pages.CURSORS);
  }

  @FuzzTest(maxExecutions = 500)
  void everyEventIsAnsweredWithAValidPage(byte[] data) {
    var text = new String(data, StandardCharsets.UTF_8);
    CanonicalJson.find(text).ifPresent(DashboardFuzzTest::isAnswered);
    if (text.length() <= ViewParameter.MAX_TAG_KEY && !text.isBlank()) {
      assertThat(structure(text)).isEqualTo(HARMLESS);
    }
  }

  private static void isAnswered(JsonNode event) {
    var answer = WIDGETS.answer(event, "arn");
    if (answer.isTextual()) {
      Widget.parse(answer.asText());
    } else {
      assertThat(answer.has("markdown")).isTrue();
    }
  }

  /** The elements and attributes of a page whose filters have this text. */
  private static Map<String, Integer> structure(String text) {
    var event =
        JsonNodeFactory.instance
            .objectNode()
            .put("view", "changes")
            .put("person", text)
            .put("tag", text)
            .put("text", text);
    return HostileDataTest.structure(Widget.parse(WIDGETS.answer(event, "arn").asText()));
  }
}
