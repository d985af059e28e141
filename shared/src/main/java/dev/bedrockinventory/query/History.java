package dev.bedrockinventory.query;

import dev.bedrockinventory.change.RevisionEvents;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.model.Arn;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The recorded changes of one resource. Thread-safe. */
public final class History {
  private final AttributionReader reader;

  /** The histories of this ledger. */
  public History(LedgerReader reader) {
    this.reader = new AttributionReader(reader);
  }

  /** The changes of a resource in a period, BASELINE too, with their documents, oldest first. */
  public Stream<Change> of(Arn arn, Period period) {
    var history = reader.history(arn);
    var revisions = period.of(history);
    var events = reader.events(history, revisions);
    return revisions.stream()
        .map(revision ->
            Change.of(revision).with(events.getOrDefault(revision.number(), RevisionEvents.NONE)));
  }

  /** The events of all revisions of a resource, by their numbers; those without are left out. */
  public SortedMap<Long, RevisionEvents> events(Arn arn) {
    var history = reader.history(arn);
    return reader.events(history, history);
  }
}
