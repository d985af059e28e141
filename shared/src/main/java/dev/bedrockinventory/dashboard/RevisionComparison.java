package dev.bedrockinventory.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bedrockinventory.change.Differ;
import dev.bedrockinventory.model.CanonicalJson;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Revision;
import dev.bedrockinventory.query.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Two revisions of a resource side by side.
 *
 * @param left the number of the left one
 * @param right the number of the right one
 * @param notes what is to be known about the documents, one sentence each
 * @param changed the paths with different values
 * @param same the paths with the same value
 * @param leftOut how many rows are not shown
 */
public record RevisionComparison(
    long left, long right, List<String> notes, List<Row> changed, List<Row> same, int leftOut) {
  private static final int MAX_BYTES = 30_000;
  private static final String REDUCED = "$reduced";

  /** Copies the lists. */
  public RevisionComparison {
    notes = List.copyOf(notes);
    changed = List.copyOf(changed);
    same = List.copyOf(same);
  }

  /**
   * A path with its values.
   *
   * @param path a JSON Pointer; the members of a set are addressed by their own key
   * @param left the left value, absent if there is none
   * @param right the right value, absent if there is none
   */
  public record Row(String path, Optional<String> left, Optional<String> right) {}

  static RevisionComparison of(Revision left, Revision right) {
    var fields = Differ.fields(left.document(), right.document());
    var changed = fields.stream().map(RevisionComparison::row).toList();
    var same = same(right, fields);
    var budget = new PageBudget(MAX_BYTES);
    var shownChanged = fitting(changed, budget);
    var shownSame = fitting(same, budget);
    return new RevisionComparison(
        left.number(),
        right.number(),
        Stream.of(left, right)
            .filter(RevisionComparison::isReduced)
            .map(RevisionComparison::note)
            .toList(),
        shownChanged,
        shownSame,
        changed.size() - shownChanged.size() + same.size() - shownSame.size());
  }

  private static List<Row> fitting(List<Row> rows, PageBudget budget) {
    var fitting = new ArrayList<Row>();
    for (var row : rows) {
      if (budget.isSpent()) {
        break;
      }
      budget.spend(row);
      fitting.add(row);
    }
    return fitting;
  }

  private static Row row(FieldChange field) {
    return new Row(
        Excerpt.of(field.path()),
        field.before().map(RevisionComparison::text),
        field.after().map(RevisionComparison::text));
  }

  private static List<Row> same(Revision right, List<FieldChange> fields) {
    SortedMap<String, JsonNode> leaves = new TreeMap<>();
    leaves("", right.document().tree(), leaves);
    return leaves.entrySet().stream()
        .filter(leaf -> fields.stream().noneMatch(field -> overlap(field.path(), leaf.getKey())))
        .map(leaf -> {
          var value = Optional.of(text(leaf.getValue()));
          return new Row(Excerpt.of(leaf.getKey()), value, value);
        })
        .toList();
  }

  private static boolean overlap(String path, String other) {
    return path.equals(other) || path.startsWith(other + "/") || other.startsWith(path + "/");
  }

  /** Adds all values but objects with members; an array is one value. */
  private static void leaves(String path, JsonNode value, SortedMap<String, JsonNode> leaves) {
    if (!value.isObject() || value.isEmpty() || isReduced(value)) {
      leaves.put(path, value);
      return;
    }
    value
        .properties()
        .forEach(member ->
            leaves(
                path + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                member.getValue(),
                leaves));
  }

  private static boolean isReduced(Revision revision) {
    return revision.isReduced() && revision.document().json().contains("\"" + REDUCED + "\"");
  }

  private static boolean isReduced(JsonNode value) {
    return value.size() == 1 && value.has(REDUCED);
  }

  private static String note(Revision revision) {
    return "Revision %d is stored reduced: a digest replaces each of its largest members."
        .formatted(revision.number());
  }

  private static String text(JsonNode value) {
    return Excerpt.of(value.isTextual() ? value.textValue() : CanonicalJson.write(value));
  }
}
