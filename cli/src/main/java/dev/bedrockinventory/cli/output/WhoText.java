package dev.bedrockinventory.cli.output;

import dev.bedrockinventory.model.Evidence;
import java.util.List;
import java.util.stream.Collectors;

/** Formats authors in one line. */
public final class WhoText {
  private static final String UNKNOWN = "unknown";

  private WhoText() {}

  /** The caller in the record. */
  public static String of(Evidence event) {
    return event.actor().arn().isEmpty() ? UNKNOWN : event.actor().arn();
  }

  /** Each actor once, in the order of the events. */
  public static String of(List<Evidence> events) {
    return events.isEmpty()
        ? UNKNOWN
        : events.stream().map(WhoText::of).distinct().collect(Collectors.joining(", "));
  }
}
