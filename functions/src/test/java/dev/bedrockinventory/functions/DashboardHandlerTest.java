package dev.bedrockinventory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.Kind;
import dev.bedrockinventory.settings.Variable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The handler of the widgets reads what the other handlers recorded, and records nothing. */
final class DashboardHandlerTest {
  private final TestHub hub = new TestHub();

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aWidgetShowsWhatASweepRecorded() {
    hub.region().createProfile("checkout-chat", Map.of("team", "search"));
    sweep();

    var page = page("{\"view\":\"inventory\"}");

    assertThat(page.select("tbody tr").text()).contains("checkout-chat", "team", "search");
  }

  @Test
  void actionsCallTheFunctionThatWasCalled() {
    assertThat(page("{}").select("cwdb-action").eachAttr("endpoint"))
        .isNotEmpty()
        .containsOnly(TestHub.CONTEXT.getInvokedFunctionArn());
  }

  @Test
  void aListContinuesInAnotherExecutionEnvironment() {
    for (var number = 0; number < 120; number++) {
      hub.region().createProfile("profile-%03d".formatted(number), Map.of());
    }
    sweep();
    var first = page("{\"view\":\"inventory\"}");

    var second = page(next(first));

    assertThat(second.select("tbody tr:has(td)")).hasSize(20);
    hub.environment.put(Variable.CURSOR_KEY.key(), "the-key-of-another-deployment");
    assertThat(page(next(first)).text()).contains("This request is not valid");
  }

  @Test
  void theWidgetDescribesItself() {
    var answer = answer("{\"describe\":true}");

    assertThat(answer.path("markdown").asText()).contains("view: overview");
  }

  @Test
  void aTableThatCannotBeReadIsReportedOnThePage() {
    hub.environment.put(Variable.TABLE.key(), "no-such-table");

    assertThat(page("{}").text()).contains("The ledger cannot be read", "no-such-table");
  }

  private void sweep() {
    TestHub.deliver(
        new SweepHandler(hub.wiring()),
        hub.sweep(TestHub.scope(Kind.APPLICATION_INFERENCE_PROFILE)));
    hub.clock.pass(Duration.ofMinutes(1));
  }

  private static String next(Document page) {
    return page.select("button").stream()
        .filter(button -> button.text().equals("Next"))
        .findFirst()
        .orElseThrow()
        .nextElementSiblings()
        .getFirst()
        .text();
  }

  private Document page(String event) {
    return Jsoup.parse(answer(event).asText());
  }

  private JsonNode answer(String event) {
    var answer = new ByteArrayOutputStream();
    try {
      new DashboardHandler(hub.wiring())
          .handleRequest(
              new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
              answer,
              TestHub.CONTEXT);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return CanonicalJson.parse(answer.toString(StandardCharsets.UTF_8));
  }
}
