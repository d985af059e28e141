package dev.bedrockinventory.dashboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bedrockinventory.model.CanonicalJson;
import java.time.Instant;
import java.util.Optional;

/**
 * One request for a view.
 *
 * @param parameters the view and its filters
 * @param since the start of the time range
 * @param until the end of the time range; an inventory is that of this instant
 * @param theme {@code light} or {@code dark}; absent: as the browser prefers
 * @param endpoint the ARN of the function that actions call
 * @param now the current time
 */
public record DashboardRequest(
    Parameters parameters,
    Instant since,
    Instant until,
    Optional<String> theme,
    String endpoint,
    Instant now) {
  /** What a click on a label does: it shows the view that the parameters select. */
  public Action action(String label, Parameters target) {
    var json = JsonNodeFactory.instance.objectNode();
    target.values().forEach((parameter, value) -> json.put(parameter.key(), value));
    return new Action(label, endpoint, CanonicalJson.write(json));
  }

  /**
   * What the button of a form does: the same, but with the values of all fields, whose names are
   * those of parameters.
   */
  public Action applying(String label, Parameters target) {
    var action = action(label, target);
    var json = (ObjectNode) CanonicalJson.parse(action.json());
    return new Action(label, endpoint, CanonicalJson.write(json.put(DashboardEvent.APPLY, true)));
  }

  /** Whether the time range ends in the past. */
  public boolean isHistoric() {
    return until.isBefore(now);
  }
}
