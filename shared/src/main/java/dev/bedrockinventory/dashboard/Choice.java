package dev.bedrockinventory.dashboard;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * One option of a select.
 *
 * @param value its value
 * @param label its text
 * @param isChosen whether it is selected
 */
public record Choice(String value, String label, boolean isChosen) {
  /** The values as they are, after an empty one for no choice. */
  static List<Choice> optional(Collection<String> values, String chosen) {
    return Stream.concat(
            Stream.of(new Choice("", "all", chosen.isEmpty())),
            values.stream().map(value -> new Choice(value, value, value.equals(chosen))))
        .toList();
  }
}
