package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import java.util.stream.Stream;

/** The recorded changes of one resource. Not thread-safe, since its reader is not. */
public final class History {
  private final LedgerReader reader;

  /** The histories of this ledger. */
  public History(LedgerReader reader) {
    this.reader = reader;
  }

  /** The changes of a resource in a period, BASELINE too, with their documents, oldest first. */
  public Stream<Change> of(Arn arn, Period period) {
    var causes = new AttributionCache(reader);
    return reader
        .revisions(arn)
        .map(StoredItem::value)
        .filter(revision -> period.holds(revision.observedAt()))
        .map(revision -> Change.of(revision, causes.of(arn, revision.number())));
  }
}
