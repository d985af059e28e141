package dev.bedrockinventory.query;

import dev.bedrockinventory.change.Differ;
import dev.bedrockinventory.model.FieldChange;
import java.util.List;

/**
 * Two revisions of one resource, and what differs between their documents.
 *
 * @param from the one revision
 * @param to the other revision
 * @param fields the differences, in the order of their paths
 */
public record RevisionDiff(Change from, Change to, List<FieldChange> fields) {
  /** Copies the fields. */
  public RevisionDiff {
    fields = List.copyOf(fields);
  }

  /** The differences between two revisions with their documents. */
  public static RevisionDiff of(Change from, Change to) {
    return new RevisionDiff(
        from, to, Differ.fields(from.document().orElseThrow(), to.document().orElseThrow()));
  }
}
