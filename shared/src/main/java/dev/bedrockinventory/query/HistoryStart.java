package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Scope;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The start of a ledger's history: no revision is older. */
final class HistoryStart {
  private HistoryStart() {}

  /** The earliest firstSeenAt of all resources of the admitted scopes, if there are any. */
  static Optional<Instant> of(LedgerReader reader, Filter filter) {
    return reader
        .knownScopes()
        .filter(filter::admits)
        .flatMap(scope -> states(reader, scope))
        .map(Head::firstSeenAt)
        .min(Comparator.naturalOrder());
  }

  private static Stream<Head> states(LedgerReader reader, Scope scope) {
    return Stream.concat(
        reader.heads(scope).map(StoredItem::value),
        reader.tombstones(scope).map(tombstone -> tombstone.value().last()));
  }
}
