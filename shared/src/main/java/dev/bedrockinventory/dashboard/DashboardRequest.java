package dev.bedrockinventory.dashboard;

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
 * @param cursors encodes and verifies positions in lists
 */
public record DashboardRequest(
    Parameters parameters,
    Instant since,
    Instant until,
    Optional<String> theme,
    String endpoint,
    Instant now,
    CursorSigner cursors) {
  /** What a click on a label does: it shows the view that the parameters select. */
  public Action action(String label, Parameters target) {
    return new Action(label, endpoint, CanonicalJson.write(target.json()));
  }

  /** What a click on a label does: it shows the rows of a list that follow a position. */
  Action continuing(String label, Parameters list, String position) {
    var first = list.with(ViewParameter.AFTER, "");
    return action(label, first.with(ViewParameter.AFTER, cursors.encode(first, position)));
  }

  /**
   * The position that the rows follow; absent for the first rows.
   *
   * @throws InvalidParameterException if this list did not return it
   */
  Optional<String> position() {
    return parameters
        .find(ViewParameter.AFTER)
        .map(cursor -> cursors.decode(parameters.with(ViewParameter.AFTER, ""), cursor));
  }

  /**
   * What the button of a form does: the same, but with the values of all fields, whose names are
   * those of parameters.
   */
  public Action applying(String label, Parameters target) {
    var json = target.json().put(DashboardEvent.APPLY, true);
    return new Action(label, endpoint, CanonicalJson.write(json));
  }

  /** The end of the time range in a headline: {@code now} or {@code at 2026-11-04 10:00 UTC}. */
  String end() {
    return isHistoric() ? "at " + TimeText.minute(until) + " UTC" : "now";
  }

  /** Whether the time range ends in the past. */
  public boolean isHistoric() {
    return until.isBefore(now);
  }
}
