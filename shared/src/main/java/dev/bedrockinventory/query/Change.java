package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.ChangeEntry;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.FieldChange;
import dev.bedrockinventory.model.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One recorded change, as commands and events show it.
 *
 * @param arn the resource
 * @param revision the number of the revision
 * @param change the change kind
 * @param observedAt when it was observed
 * @param fields what changed since the previous revision
 * @param who the events that caused it, as far as they are known, in their order
 * @param document the document, if it was requested
 */
public record Change(
    Arn arn,
    long revision,
    ChangeKind change,
    Instant observedAt,
    List<FieldChange> fields,
    List<Evidence> who,
    Optional<Document> document) {
  /** Copies the lists. */
  public Change {
    fields = List.copyOf(fields);
    who = List.copyOf(who);
  }

  static Change of(Revision revision, List<Evidence> who) {
    return new Change(
        revision.arn(),
        revision.number(),
        revision.change(),
        revision.observedAt(),
        revision.fields(),
        who,
        Optional.of(revision.document()));
  }

  static Change of(ChangeEntry entry) {
    return new Change(
        entry.arn(),
        entry.number(),
        entry.change(),
        entry.observedAt(),
        entry.fields(),
        List.of(),
        Optional.empty());
  }

  Change by(List<Evidence> causes) {
    return new Change(arn, revision, change, observedAt, fields, causes, document);
  }
}
