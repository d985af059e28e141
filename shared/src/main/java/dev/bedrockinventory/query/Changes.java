package dev.bedrockinventory.query;

import dev.bedrockinventory.ledger.ChangeKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.model.Revision;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The recorded changes of all scopes. Thread-safe. */
public final class Changes {
  private final LedgerReader reader;

  /** The changes of this ledger. */
  public Changes(LedgerReader reader) {
    this.reader = reader;
  }

  /**
   * The changes in a period, oldest first, without BASELINE and without documents. Costs one Query
   * of the scopes, one for each day of the period from the first change to the last, one for each
   * change if the filter needs documents, and two for each resource returned: its history, and the
   * evidence that can belong to changes in the period.
   *
   * @param kinds the change kinds; empty: all
   */
  public Stream<Change> in(Period period, Filter filter, Set<ChangeKind> kinds) {
    return unattributed(period, filter, kinds).map(attribution(period)::attribute);
  }

  /** The same without their causes, which cost two Queries for each resource. */
  public Stream<Change> unattributed(Period period, Filter filter, Set<ChangeKind> kinds) {
    return days(period, filter).flatMap(day -> of(day, period, filter, kinds));
  }

  /**
   * The keys of the changes in a period, oldest first, without BASELINE. Costs one Query of the
   * scopes, and one for each day, which returns little of each change.
   *
   * @param scopes selects by account, region and kind only
   * @param kinds the change kinds; empty: all
   */
  public Stream<ChangeKey> keys(Period period, Filter scopes, Set<ChangeKind> kinds) {
    return days(period, scopes).flatMap(day -> keys(day, period, scopes, kinds));
  }

  /**
   * The changes of these keys, in the order of the keys, without their causes. Costs one read of
   * each revision.
   */
  public List<Change> of(List<ChangeKey> keys) {
    var found = new HashMap<ChangeKey, Change>();
    reader
        .changes(keys)
        .map(StoredItem::value)
        .forEach(entry -> found.put(entry.keys(), Change.of(entry)));
    return keys.stream()
        .map(key -> Optional.ofNullable(found.get(key)))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * The last changes of all time, newest first, with their causes; reads the days from the last.
   *
   * @param scopes selects by account, region and kind only
   */
  public List<Change> newest(Filter scopes, int count) {
    var keys =
        days(Period.ALWAYS, scopes)
            .sorted(Comparator.reverseOrder())
            .flatMap(day -> keys(day, Period.ALWAYS, scopes, Set.of()).toList().reversed().stream())
            .limit(count)
            .toList();
    var changes = of(keys);
    var attribution = attribution(Period.ALWAYS);
    attribution.prepare(changes);
    return changes.stream().map(attribution::attribute).toList();
  }

  private Stream<LocalDate> days(Period period, Filter filter) {
    return reader.changeDays(filter::admits).stream().flatMap(period::of);
  }

  private Stream<ChangeKey> keys(
      LocalDate day, Period period, Filter scopes, Set<ChangeKind> kinds) {
    return reader
        .changeKeys(day)
        .map(StoredItem::value)
        .filter(key -> matches(key, period, scopes, kinds));
  }

  private Stream<Change> of(LocalDate day, Period period, Filter filter, Set<ChangeKind> kinds) {
    return reader
        .changes(day)
        .map(StoredItem::value)
        .map(Change::of)
        .filter(change -> matches(change.key(), period, filter, kinds))
        .filter(change -> !filter.needsDocuments() || matches(change, filter));
  }

  private static boolean matches(
      ChangeKey key, Period period, Filter scopes, Set<ChangeKind> kinds) {
    return period.holds(key.observedAt())
        && (kinds.isEmpty() || kinds.contains(key.change()))
        && key.arn().scope().filter(scopes::admits).isPresent();
  }

  /** Adds their causes to changes of a period, which costs two Queries for each resource. */
  public AttributionCache attribution(Period period) {
    return new AttributionCache(reader, period);
  }

  private boolean matches(Change change, Filter filter) {
    return change
        .arn()
        .scope()
        .flatMap(scope ->
            revision(change).filter(revision -> filter.admits(scope.kind(), revision.document())))
        .isPresent();
  }

  private Optional<Revision> revision(Change change) {
    return reader
        .revisions(change.arn(), change.revision(), change.revision())
        .map(StoredItem::value)
        .findFirst();
  }
}
