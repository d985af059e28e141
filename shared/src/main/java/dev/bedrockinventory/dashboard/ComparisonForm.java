package dev.bedrockinventory.dashboard;

import dev.bedrockinventory.model.ChangeKind;
import java.util.List;
import java.util.TreeMap;

/**
 * Selects two revisions to compare.
 *
 * @param left the choices of the left one
 * @param right the choices of the right one
 * @param compare sends the form
 */
public record ComparisonForm(List<Choice> left, List<Choice> right, Action compare) {
  /** Copies the lists. */
  public ComparisonForm {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /** Offers the revisions of the timeline, and those that are compared now. */
  static ComparisonForm of(List<RevisionRow> rows, long left, long right, Action compare) {
    var labels = new TreeMap<Long, String>();
    labels.put(left, "Revision " + left);
    labels.put(right, "Revision " + right);
    rows.forEach(row -> labels.put(row.number(), label(row.number(), row.at(), row.kind())));
    return new ComparisonForm(choices(labels, left), choices(labels, right), compare);
  }

  private static String label(long number, String at, ChangeKind kind) {
    return "Revision %d, %s, %s".formatted(number, at, kind);
  }

  private static List<Choice> choices(TreeMap<Long, String> labels, long chosen) {
    return labels.descendingMap().entrySet().stream()
        .map(label -> new Choice("" + label.getKey(), label.getValue(), label.getKey() == chosen))
        .toList();
  }
}
