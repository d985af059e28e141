package dev.bedrockinventory.query;

import dev.bedrockinventory.aws.Parallel;
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
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** The recorded changes of all scopes. Thread-safe. */
public final class Changes {
  /** How many changes are attributed at the same time. */
  private static final int ATTRIBUTED = 200;

  private final LedgerReader reader;

  /** The changes of this ledger. */
  public Changes(LedgerReader reader) {
    this.reader = reader;
  }

  /**
   * The changes in a period, oldest first, without BASELINE and without documents. Costs one Query
   * of the scopes, one for each day of the period from the first change to the last, one for each
   * change if the filter needs documents, and at most two for each change returned, several of them
   * at the same time.
   *
   * @param kinds the change kinds; empty: all
   */
  public Stream<Change> in(Period period, Filter filter, Set<ChangeKind> kinds) {
    return unattributed(period, filter, kinds)
        .gather(Gatherers.windowFixed(ATTRIBUTED))
        .flatMap(some -> attributed(some).stream());
  }

  /** The same without their causes. */
  public Stream<Change> unattributed(Period period, Filter filter, Set<ChangeKind> kinds) {
    var selector = new Selector(reader, filter);
    return Parallel.stream(
            days(period, filter),
            day ->
                of(day, period, filter, kinds)
                    .filter(change -> !filter.needsDocuments() || matches(change, selector))
                    .toList())
        .flatMap(List::stream);
  }

  /**
   * The changes with their causes, in the same order: at most two Queries for each, in parallel.
   */
  public List<Change> attributed(List<Change> changes) {
    return new ChangeAttribution(reader).attributed(changes);
  }

  /**
   * The keys of the changes in a period, oldest first, without BASELINE. Costs one Query of the
   * scopes, and one for each day, which returns little of each change.
   *
   * @param scopes selects by account, region and kind only
   * @param kinds the change kinds; empty: all
   */
  public Stream<ChangeKey> keys(Period period, Filter scopes, Set<ChangeKind> kinds) {
    return Parallel.stream(days(period, scopes), day -> keys(day, period, scopes, kinds).toList())
        .flatMap(List::stream);
  }

  /**
   * The changes of these keys, in the order of the keys, without their causes. Costs one read of
   * each revision.
   */
  public List<Change> of(List<ChangeKey> keys) {
    var found = new HashMap<ChangeKey, Change>();
    BatchRead.of(keys, reader::changes)
        .forEach(item -> found.put(item.value().keys(), Change.of(item.value())));
    return keys.stream()
        .map(key -> Optional.ofNullable(found.get(key)))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * The keys of the last changes of a period, newest first; reads the days from the last, several
   * at the same time.
   *
   * @param scopes selects by account, region and kind only
   */
  public List<ChangeKey> newest(Period period, Filter scopes, int count) {
    var days = days(period, scopes).sorted(Comparator.reverseOrder());
    return Parallel.stream(days, day -> keys(day, period, scopes, Set.of()).toList().reversed())
        .flatMap(List::stream)
        .limit(count)
        .toList();
  }

  private Stream<LocalDate> days(Period period, Filter filter) {
    return reader.changeDays(filter::admits).stream().flatMap(period::of);
  }

  private Stream<ChangeKey> keys(
      LocalDate day, Period period, Filter scopes, Set<ChangeKind> kinds) {
    return reader.changeKeys(day).filter(key -> matches(key, period, scopes, kinds));
  }

  private Stream<Change> of(LocalDate day, Period period, Filter filter, Set<ChangeKind> kinds) {
    return reader
        .changes(day)
        .map(StoredItem::value)
        .map(Change::of)
        .filter(change -> matches(change.key(), period, filter, kinds));
  }

  private static boolean matches(
      ChangeKey key, Period period, Filter scopes, Set<ChangeKind> kinds) {
    return period.holds(key.observedAt())
        && (kinds.isEmpty() || kinds.contains(key.change()))
        && key.arn().scope().filter(scopes::admits).isPresent();
  }

  private boolean matches(Change change, Selector selector) {
    return revision(change)
        .filter(revision -> selector.admits(change.arn(), revision.document()))
        .isPresent();
  }

  private Optional<Revision> revision(Change change) {
    return reader
        .revisions(change.arn(), change.revision(), change.revision())
        .map(StoredItem::value)
        .findFirst();
  }
}
