package dev.bedrockinventory.ledger;

import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Instants;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A query of some items, in the order of their sort keys.
 *
 * @param source where it reads
 * @param partition the partition key
 * @param range which sort keys
 * @param isNewestFirst whether in the reverse order: the sort keys contain a time or a number
 * @param pageSize how many items are read at a time; absent: as many as the store prefers
 * @param until only revisions that were observed at this instant or before
 * @param attributes only these attributes; none: all that the source has
 */
public record Query(
    Source source,
    String partition,
    Range range,
    boolean isNewestFirst,
    Optional<Integer> pageSize,
    Optional<Instant> until,
    List<String> attributes) {
  /** The page size when reading backwards for a revision that is probably near. */
  private static final int NEAR = 16;

  /** The page size when reading the newest evidence, of which few items are enough. */
  private static final int FEW = 100;

  /** The attributes of {@link #changeKeys}. */
  private static final List<String> CHANGE_KEYS =
      List.of(
          TableLayout.PARTITION_KEY,
          TableLayout.SORT_KEY,
          TableLayout.CHANGE,
          TableLayout.OBSERVED_AT);

  /** Copies the attributes. */
  public Query {
    attributes = List.copyOf(attributes);
  }

  /** Where a query reads. */
  public enum Source {
    /** The items by {@code pk} and {@code sk}. */
    ITEMS,
    /** The index of changes, by day and by {@code changeKey}. */
    CHANGES
  }

  /** The sort keys that a query admits. */
  public sealed interface Range {
    /** All. */
    record All() implements Range {}

    /** Those that begin so. */
    record Prefix(String prefix) implements Range {}

    /** Those from the first to the last, both included. */
    record Between(String first, String last) implements Range {}

    /** Those from the first on. */
    record From(String first) implements Range {}
  }

  private static Query of(Source source, String partition, Range range) {
    return new Query(
        source, partition, range, false, Optional.empty(), Optional.empty(), List.of());
  }

  static Query partition(String pk) {
    return of(Source.ITEMS, pk, new Range.All());
  }

  static Query beginning(String pk, String prefix) {
    return of(Source.ITEMS, pk, new Range.Prefix(prefix));
  }

  static Query between(String pk, String first, String last) {
    return of(Source.ITEMS, pk, new Range.Between(first, last));
  }

  /** All the revisions of a resource, oldest first. */
  static Query revisions(Arn arn) {
    return beginning(ItemKey.history(arn), ItemKey.REVISION_PREFIX);
  }

  /** All the evidence of a resource, oldest first. */
  static Query evidence(Arn arn) {
    return beginning(ItemKey.history(arn), ItemKey.EVIDENCE_PREFIX);
  }

  /** The evidence of a resource from one second to another, both included, oldest first. */
  static Query evidence(Arn arn, Instant first, Instant last) {
    return between(
        ItemKey.history(arn),
        ItemKey.evidence(first, ""),
        ItemKey.evidence(last.plusSeconds(1), ""));
  }

  /** All the evidence of a resource, newest first, in small pages. */
  static Query newestEvidence(Arn arn) {
    return evidence(arn).newestFirst().inPagesOf(FEW);
  }

  /** The changes of one day, from the index. */
  static Query changes(LocalDate day) {
    return of(Source.CHANGES, day.toString(), new Range.All());
  }

  /** Only the keys and the kinds of these changes. */
  static Query changeKeys(LocalDate day) {
    return changes(day).only(CHANGE_KEYS);
  }

  /** The keys of the changes of one day since an instant. */
  static Query changeKeys(LocalDate day, Instant since) {
    return of(Source.CHANGES, day.toString(), new Range.From(Instants.text(since)))
        .only(CHANGE_KEYS);
  }

  /** The same items in the reverse order. */
  Query newestFirst() {
    return new Query(source, partition, range, true, pageSize, until, attributes);
  }

  /** Only the last item of this query. */
  Query last() {
    return newestFirst().inPagesOf(1);
  }

  /** This query's revisions that were observed until an instant, the last first. */
  Query lastUntil(Instant instant) {
    return new Query(
        source, partition, range, true, Optional.of(NEAR), Optional.of(instant), attributes);
  }

  private Query inPagesOf(int items) {
    return new Query(
        source, partition, range, isNewestFirst, Optional.of(items), until, attributes);
  }

  private Query only(List<String> names) {
    return new Query(source, partition, range, isNewestFirst, pageSize, until, names);
  }
}
