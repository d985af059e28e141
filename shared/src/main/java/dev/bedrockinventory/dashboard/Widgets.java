package dev.bedrockinventory.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.sweep.LedgerUnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers the events of custom widgets: a request to describe itself with Markdown, any other with
 * the HTML of a view. Errors are answered as a page that says what is wrong. Thread-safe if the
 * supplied readers are not shared.
 */
public final class Widgets {
  private static final String DOCUMENTATION =
      """
      ## Bedrock Inventory
      One view of the inventory: `overview`, `changes`, `resource`, `inventory`, `models`,
      `cost` or `coverage`. The time range is the dashboard's; the inventory is that of its end.

      ``` yaml
      view: overview
      # optional, to show only a part:
      # account: '111122223333'
      # region: us-east-2
      # kind: application-inference-profile
      ```
      """;

  private final Supplier<LedgerReader> readers;
  private final InstantSource clock;
  private final CursorSigner cursors;

  /**
   * Creates the widgets.
   *
   * @param readers gives a new reader for each event
   * @param cursors encodes and verifies positions in lists
   */
  public Widgets(Supplier<LedgerReader> readers, InstantSource clock, CursorSigner cursors) {
    this.readers = readers;
    this.clock = clock;
    this.cursors = cursors;
  }

  /**
   * The answer to an event.
   *
   * @param endpoint the ARN of the function that actions call
   */
  public JsonNode answer(JsonNode event, String endpoint) {
    if (event.path("describe").asBoolean()) {
      return JsonNodeFactory.instance.objectNode().put("markdown", DOCUMENTATION);
    }
    return TextNode.valueOf(html(event, endpoint));
  }

  private String html(JsonNode event, String endpoint) {
    var now = clock.instant();
    try {
      return new Dashboard(readers.get()).html(DashboardEvent.read(event, endpoint, now, cursors));
    } catch (InvalidParameterException e) {
      return message("This request is not valid", e, endpoint, now);
    } catch (LedgerUnavailableException e) {
      return message("The ledger cannot be read", e, endpoint, now);
    }
  }

  private String message(String title, RuntimeException problem, String endpoint, Instant now) {
    var request =
        new DashboardRequest(
            Parameters.of(View.OVERVIEW), now, now, Optional.empty(), endpoint, now, cursors);
    return Dashboard.message(request, title, String.valueOf(problem.getMessage()));
  }
}
