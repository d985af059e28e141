package dev.bedrockinventory.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Optional;

/**
 * Reads the event of a custom widget of CloudWatch: its parameters, the time range, the theme and,
 * if its form was applied, the fields. Nothing else is read, and each value is validated.
 */
final class DashboardEvent {
  /** The member of an action that applies a form: other actions leave its fields out. */
  static final String APPLY = "apply";

  private static final Duration DEFAULT_RANGE = Duration.ofDays(30);
  private static final long LAST_MILLIS = Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();

  private DashboardEvent() {}

  /**
   * The request of an event.
   *
   * @throws InvalidParameterException if a value is not valid
   */
  static DashboardRequest read(JsonNode event, String endpoint, Instant now, CursorSigner cursors) {
    var context = event.path("widgetContext");
    var range = context.path("timeRange");
    var zoomed = range.path("zoom").isObject() ? range.path("zoom") : range;
    var until = instant(zoomed, "end").orElse(now);
    var since = instant(zoomed, "start").orElse(until.minus(DEFAULT_RANGE));
    if (since.isAfter(until)) {
      throw new InvalidParameterException("the time range must not end before it starts");
    }
    return new DashboardRequest(
        parameters(event), since, until, theme(context), endpoint, now, cursors);
  }

  private static Parameters parameters(JsonNode event) {
    var values = new EnumMap<ViewParameter, String>(ViewParameter.class);
    put(values, event);
    if (event.path(APPLY).asBoolean()) {
      put(values, event.path("widgetContext").path("forms").path("all"));
    }
    return new Parameters(values);
  }

  private static void put(EnumMap<ViewParameter, String> values, JsonNode members) {
    members
        .properties()
        .forEach(member ->
            ViewParameter.find(member.getKey())
                .ifPresent(
                    parameter -> values.put(parameter, member.getValue().asText("").strip())));
  }

  private static Optional<Instant> instant(JsonNode range, String member) {
    var value = range.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.canConvertToLong() || value.asLong() < 0 || value.asLong() > LAST_MILLIS) {
      throw new InvalidParameterException(
          "'%s' of the time range must be milliseconds since 1970".formatted(member));
    }
    return Optional.of(Instant.ofEpochMilli(value.asLong()));
  }

  private static Optional<String> theme(JsonNode context) {
    var theme = context.path("theme").asText("");
    return theme.equals("light") || theme.equals("dark") ? Optional.of(theme) : Optional.empty();
  }
}
