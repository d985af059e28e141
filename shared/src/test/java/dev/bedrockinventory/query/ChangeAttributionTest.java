package dev.bedrockinventory.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.model.Actors;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The causes of some changes are those of a resource's whole history. */
final class ChangeAttributionTest {
  private static final Instant START = Instant.parse("2026-11-04T10:00:00Z");
  private static final int STEPS = 60;

  @Test
  void anyChangesHaveTheCausesThatTheWholeHistoryHas() {
    var seed = new Random().nextLong();
    var random = new Random(seed);
    var scope = new ExampleScope(ExampleHistory.APPLICATION);
    var reader = recorded(scope, random).reader();
    var changes = new Changes(reader).unattributed(Period.ALWAYS, Filter.ALL, Set.of()).toList();
    var expected = history(reader, scope.arn("busy"));

    for (var round = 0; round < 40; round++) {
      var chance = random.nextDouble();
      var some = changes.stream().filter(_ -> random.nextDouble() < chance).toList();
      assertThat(new Changes(reader).attributed(some))
          .as("seed %d", seed)
          .allSatisfy(change ->
              assertThat(change.events().who()).isEqualTo(expected.get(change.revision())));
    }
  }

  private static Map<Long, List<Evidence>> history(LedgerReader reader, Arn arn) {
    return new History(reader)
        .of(arn, Period.ALWAYS)
        .collect(Collectors.toMap(Change::revision, change -> change.events().who()));
  }

  /** A profile that changes, is deleted and returns, at times several times in a second. */
  private static MemoryStore recorded(ExampleScope scope, Random random) {
    var table = new MemoryStore();
    var arn = scope.arn("busy");
    var events = new ArrayList<Evidence>();
    var at = START;
    for (var step = 0; step < STEPS; step++) {
      at = at.plusMillis(random.nextBoolean() ? 200 + random.nextInt(600) : random.nextInt(9_000));
      var second = at.minusMillis(random.nextInt(1_500)).truncatedTo(ChronoUnit.SECONDS);
      if (step > 0 && random.nextInt(8) == 0) {
        scope.remove("busy");
        events.add(event(arn, "DeleteInferenceProfile", second, Map.of()));
      } else {
        var value = "v" + random.nextInt(4);
        scope.put("busy", "{\"tags\":{\"team\":\"%s\"}}".formatted(value));
        events.add(event(arn, "TagResource", second, Map.of("team", Optional.of(value))));
      }
      scope.sweep(table, at.toString());
    }
    table.save(events.stream());
    return table;
  }

  private static Evidence event(
      Arn arn, String name, Instant at, Map<String, Optional<String>> tags) {
    return new Evidence(
        arn,
        "%s at %s %s".formatted(name, at, tags),
        name,
        at,
        Actors.user("arn:aws:iam::111122223333:user/alice"),
        "203.0.113.7",
        "aws-cli/2.31",
        "",
        Optional.empty(),
        Optional.empty(),
        tags);
  }
}
