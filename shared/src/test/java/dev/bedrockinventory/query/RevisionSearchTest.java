package dev.bedrockinventory.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.ItemKey;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.ledger.StoredItem;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Head;
import dev.bedrockinventory.model.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The last revisions until an instant, of several resources with histories of many lengths. */
final class RevisionSearchTest {
  private static final int STEPS = 20;
  private static final Instant START = Instant.parse("2026-11-01T09:00:00Z");
  private static final ExampleScope SCOPE = new ExampleScope(ExampleHistory.APPLICATION);
  private static final List<Arn> ARNS =
      Stream.of("always", "often", "rarely").map(SCOPE::arn).toList();
  private static final MemoryStore RECORDED = recorded();

  @Test
  void eachInstantHasTheRevisionsThatWereTheLastOnesThen() {
    var reader = RECORDED.reader();

    for (var step = -1; step < STEPS; step++) {
      var at = START.plusSeconds(3_600L * step + 1_800);
      assertThat(found(reader, at)).as("at %s", at).isEqualTo(expected(reader, at));
    }
  }

  @Test
  void anInstantIncludesTheRevisionsThatWereObservedAtIt() {
    var at = START.plusSeconds(3_600L * 6);

    assertThat(found(RECORDED.reader(), at)).containsEntry(ARNS.getFirst(), 7L);
    assertThat(found(RECORDED.reader(), at.minusMillis(1))).containsEntry(ARNS.getFirst(), 6L);
  }

  @Test
  void aRemovedRevisionHidesNoOther() {
    for (var number = 1; number <= STEPS; number++) {
      var damaged = RECORDED.copy();
      damaged.remove(ItemKey.revision(ARNS.getFirst(), number));
      var reader = damaged.reader();
      var at = START.plusSeconds(3_600L * 6 + 1_800);

      assertThat(found(reader, at)).as("without %d", number).isEqualTo(expected(reader, at));
    }
  }

  private static Map<Arn, Long> found(LedgerReader reader, Instant at) {
    var later = heads(reader).filter(head -> head.changedAt().isAfter(at)).toList();
    return numbers(new RevisionSearch(reader, at).find(later).values().stream());
  }

  private static Map<Arn, Long> expected(LedgerReader reader, Instant at) {
    return numbers(
        heads(reader)
            .filter(head -> head.changedAt().isAfter(at))
            .map(head -> reader.findLastRevision(head.arn(), at))
            .flatMap(Optional::stream)
            .map(StoredItem::value));
  }

  private static Stream<Head> heads(LedgerReader reader) {
    return reader.heads(ExampleHistory.APPLICATION).map(StoredItem::value);
  }

  private static Map<Arn, Long> numbers(Stream<Revision> revisions) {
    return revisions.collect(Collectors.toMap(Revision::arn, Revision::number));
  }

  /** Three profiles, of which one changes each hour, one every third, and one every eleventh. */
  private static MemoryStore recorded() {
    var table = new MemoryStore();
    IntStream.range(0, STEPS)
        .forEach(step -> {
          put("always", step);
          put("often", step / 3);
          put("rarely", step / 11);
          SCOPE.sweep(table, START.plusSeconds(3_600L * step).toString());
        });
    return table;
  }

  private static void put(String id, int step) {
    SCOPE.put(id, "{\"tags\":{\"step\":\"%d\"}}".formatted(step));
  }
}
