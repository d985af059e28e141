package dev.bedrockinventory.query;

import dev.bedrockinventory.change.RevisionEvents;
import dev.bedrockinventory.ledger.ChangeEntry;
import dev.bedrockinventory.ledger.ChangeKey;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Document;
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
 * @param events the calls that caused it, and the others since the previous revision, as far as
 *     they are known
 * @param document the document, if it was requested
 */
public record Change(
    Arn arn,
    long revision,
    ChangeKind change,
    Instant observedAt,
    List<FieldChange> fields,
    RevisionEvents events,
    Optional<Document> document) {
  /** Copies the list. */
  public Change {
    fields = List.copyOf(fields);
  }

  /** The change of a revision, without its events: they may become known later. */
  public static Change of(Revision revision) {
    return new Change(
        revision.arn(),
        revision.number(),
        revision.change(),
        revision.observedAt(),
        revision.fields(),
        RevisionEvents.NONE,
        Optional.of(revision.document()));
  }

  /** Its keys. */
  public ChangeKey key() {
    return new ChangeKey(arn, revision, change, observedAt);
  }

  static Change of(ChangeEntry entry) {
    return new Change(
        entry.arn(),
        entry.number(),
        entry.change(),
        entry.observedAt(),
        entry.fields(),
        RevisionEvents.NONE,
        Optional.empty());
  }

  Change with(RevisionEvents known) {
    return new Change(arn, revision, change, observedAt, fields, known, document);
  }
}
