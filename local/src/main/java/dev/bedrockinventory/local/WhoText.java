package dev.bedrockinventory.local;

import dev.bedrockinventory.model.Evidence;
import java.util.List;
import java.util.stream.Collectors;

/** Who did something, in one line for people. */
final class WhoText {
  private static final String UNKNOWN = "unknown";

  private WhoText() {}

  /** Who called, as the record tells. */
  static String of(Evidence event) {
    return event.actor().arn().isEmpty() ? UNKNOWN : event.actor().arn();
  }

  /** Each actor once, in the order of the events. */
  static String of(List<Evidence> events) {
    return events.isEmpty()
        ? UNKNOWN
        : events.stream().map(WhoText::of).distinct().collect(Collectors.joining(", "));
  }
}
