package dev.bedrockinventory.audit;

import dev.bedrockinventory.ledger.ChangeEntry;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One recorded change, as those who ask see it.
 *
 * @param arn the resource
 * @param revision the number of the revision
 * @param change what happened
 * @param observedAt when it was observed
 * @param fields what changed since the previous revision
 * @param document the document, if it was asked for
 */
public record Change(
    Arn arn,
    long revision,
    ChangeKind change,
    Instant observedAt,
    List<FieldChange> fields,
    Optional<Document> document) {
  /** Copies the fields. */
  public Change {
    fields = List.copyOf(fields);
  }

  static Change of(Revision revision) {
    return new Change(
        revision.arn(),
        revision.number(),
        revision.change(),
        revision.observedAt(),
        revision.fields(),
        Optional.of(revision.document()));
  }

  static Change of(ChangeEntry entry) {
    return new Change(
        entry.arn(),
        entry.number(),
        entry.change(),
        entry.observedAt(),
        entry.fields(),
        Optional.empty());
  }
}
