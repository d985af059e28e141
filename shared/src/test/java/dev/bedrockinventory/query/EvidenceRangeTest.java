package dev.bedrockinventory.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.change.Attribution;
import dev.bedrockinventory.change.RandomLife;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests that the evidence that is not read would have changed nothing. */
final class EvidenceRangeTest {
  @Test
  void theEventsOfSomeRevisionsAreThoseThatAllEvidenceGivesThem() {
    for (var seed = 0; seed < 20_000; seed++) {
      var random = new Random(seed);
      var life = RandomLife.of(random, ExampleHistory.SEARCH, 8, 14, random.nextInt(1, 12));
      var first = random.nextInt(8);
      var wanted = life.revisions().subList(first, random.nextInt(first, 8) + 1);
      var range = EvidenceRange.of(life.revisions(), wanted);
      var read =
          life.evidence().stream()
              .filter(event -> !event.at().isBefore(range.first()))
              .filter(event -> !event.at().isAfter(range.last()))
              .toList();
      var from = wanted.getFirst().number();
      var to = wanted.getLast().number() + 1;

      assertThat(Attribution.of(life.revisions(), read).subMap(from, to))
          .as("seed %d", seed)
          .isEqualTo(Attribution.of(life.revisions(), life.evidence()).subMap(from, to));
    }
  }
}
