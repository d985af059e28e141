package dev.bedrockinventory.audit;

import dev.bedrockinventory.change.Attribution;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.Stored;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.model.Revision;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All that was ever recorded about one resource. Not thread-safe, since its reader is not. */
public final class History {
  private final LedgerReader reader;

  /** The histories of this ledger. */
  public History(LedgerReader reader) {
    this.reader = reader;
  }

  /** The changes of a resource in a period, BASELINE too, with their documents, oldest first. */
  public Stream<Change> of(Arn arn, Period period) {
    var unclaimed = new TreeSet<Evidence>();
    reader.evidence(arn).map(Stored::value).forEach(unclaimed::add);
    return reader
        .revisions(arn)
        .map(Stored::value)
        .map(revision -> claim(revision, unclaimed))
        .filter(change -> period.holds(change.observedAt()));
  }

  /** Each revision, oldest first, takes its events out of what those before it have left. */
  private static Change claim(Revision revision, Set<Evidence> unclaimed) {
    var who =
        Attribution.of(List.of(revision), unclaimed).getOrDefault(revision.number(), List.of());
    who.forEach(unclaimed::remove);
    return Change.of(revision, who);
  }
}
