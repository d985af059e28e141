package dev.bedrockinventory.query;

import static dev.bedrockinventory.query.ExampleHistory.BILLING;
import static dev.bedrockinventory.query.ExampleHistory.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.change.RevisionEvents;
import dev.bedrockinventory.ledger.LedgerReader;
import dev.bedrockinventory.ledger.LocalTable;
import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.model.Actors;
import dev.bedrockinventory.model.Arn;
import dev.bedrockinventory.model.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests that all queries of the read side attribute changes to the same callers. */
final class WhoTest {
  private static final MemoryStore TABLE = ExampleHistory.copy();

  private final LedgerReader reader = TABLE.reader();

  @Test
  void historyNamesTheKnownCallersOfEachRevision() {
    assertThat(history(reader, SEARCH))
        .isEqualTo(Map.of(1L, List.of("alice"), 2L, List.of("alice")));
    assertThat(history(reader, BILLING))
        .isEqualTo(Map.of(1L, List.of(), 2L, List.of("bob"), 3L, List.of("carol")));
    assertThat(history(reader, ExampleHistory.LITE))
        .isEqualTo(Map.of(1L, List.of(), 2L, List.of()));
  }

  @Test
  void historyShowsTheCallsThatExplainNothingAndChangesDoNot() {
    assertThat(new History(reader).of(SEARCH, Period.ALWAYS))
        .extracting(change -> users(change.events().alsoSeen()))
        .containsExactly(List.of(), List.of("bob"));
    assertThat(new Changes(reader).in(Period.ALWAYS, Filter.ALL, Set.of()))
        .allMatch(change -> change.events().alsoSeen().isEmpty());
  }

  @Test
  void aPeriodDoesNotChangeTheAttributionOfEvents() {
    var later = Optional.of(Instant.parse("2026-11-05T00:00:00Z"));

    assertThat(new History(reader).of(BILLING, new Period(later, Optional.empty())))
        .singleElement()
        .satisfies(change -> assertThat(users(change.events().who())).containsExactly("carol"));
  }

  @Test
  void changesAndHistoryNameTheSameCallers() {
    assertThat(changes(reader, SEARCH)).isEqualTo(Map.of(2L, List.of("alice")));
    assertThat(changes(reader, BILLING))
        .isEqualTo(Map.of(2L, List.of("bob"), 3L, List.of("carol")));
    assertThat(changes(reader, ExampleHistory.LITE)).isEqualTo(Map.of(2L, List.of()));
  }

  @Test
  void changesAndHistoryAgreeOnManyRevisionsInOneSecond() {
    var table = new MemoryStore();
    var stage = new ExampleScope(ExampleHistory.APPLICATION);
    var arn = stage.arn("busy");
    var ledger = table.ledger();
    var start = Instant.parse("2026-11-04T10:00:00Z");
    for (var step = 0; step < 12; step++) {
      var at = start.plus(Duration.ofMillis(150L * step));
      stage.put("busy", "{\"tags\":{\"key%d\":\"x\"}}".formatted(step)).sweep(table, at.toString());
      ledger.save(tagged(arn, "user" + step, start.plusSeconds(step / 7), "key" + step));
    }
    var busy = table.reader();

    var callers = history(busy, arn);

    assertThat(callers.values().stream().flatMap(List::stream)).hasSize(12);
    assertThat(callers).containsEntry(12L, List.of("user11"));
    callers.remove(1L);
    assertThat(changes(busy, arn)).isEqualTo(callers);
  }

  @Test
  void changesAndHistoryAgreeOnATagThatChangesTwiceInASecond() {
    var table = new MemoryStore();
    var stage = new ExampleScope(ExampleHistory.APPLICATION);
    var arn = stage.arn("fast");
    var ledger = table.ledger();
    stage.put("fast", "{\"tags\":{}}").sweep(table, "2026-11-04T10:00:00.100Z");
    stage.put("fast", "{\"tags\":{\"team\":\"red\"}}").sweep(table, "2026-11-04T10:00:01.300Z");
    stage.put("fast", "{\"tags\":{\"team\":\"blue\"}}").sweep(table, "2026-11-04T10:00:01.700Z");
    var second = Instant.parse("2026-11-04T10:00:01Z");
    ledger.save(tagged(arn, "bob", second, "team", "blue"));
    ledger.save(tagged(arn, "alice", second, "team", "red"));
    var fast = table.reader();

    var callers = history(fast, arn);

    assertThat(callers).isEqualTo(Map.of(1L, List.of(), 2L, List.of("alice"), 3L, List.of("bob")));
    callers.remove(1L);
    assertThat(changes(fast, arn)).isEqualTo(callers);
  }

  @Test
  void activityContainsTheLastRevisionsCallersTheSourceAndTheAttempts() {
    var trail = trail(SEARCH);

    assertThat(users(trail.events().who())).containsExactly("alice");
    assertThat(users(trail.events().alsoSeen())).containsExactly("bob");
    assertThat(trail.copiedFrom()).hasValue(ExampleHistory.LITE.text());
    assertThat(trail.recent().attempts())
        .singleElement()
        .satisfies(attempt -> {
          assertThat(attempt.event()).isEqualTo("DeleteInferenceProfile");
          assertThat(attempt.refusal()).isPresent();
        });
  }

  @Test
  void activityReadsOnlyTheEvidenceThatItShows() {
    var table = new MemoryStore();
    var stage = new ExampleScope(ExampleHistory.APPLICATION);
    var arn = stage.arn("busy");
    var ledger = table.ledger();
    var start = Instant.parse("2026-11-04T10:00:00Z");
    stage.put("busy", "{\"tags\":{}}").sweep(table, start.toString());
    table.save(
        IntStream.range(0, 1_500)
            .mapToObj(second -> tagged(arn, "nobody" + second, start.plusSeconds(second), "none")));
    stage
        .put("busy", "{\"tags\":{\"team\":\"x\"}}")
        .sweep(table, start.plusSeconds(1_500).toString());
    stage
        .put("busy", "{\"tags\":{\"owner\":\"x\"}}")
        .sweep(table, start.plusSeconds(1_510).toString());
    ledger.save(tagged(arn, "alice", start.plusSeconds(1_509), "owner"));
    var real = LocalTable.create();
    table.writeTo(real.store());
    var busy = real.reader();
    var everything = real.reader();
    everything.evidence(arn).forEach(_ -> {});

    var trail = activity(busy, arn, false);

    assertThat(users(trail.events().who())).containsExactly("alice");
    assertThat(trail.recent().since()).hasValue(start.plusSeconds(501));
    assertThat(busy.consumed().read()).isLessThan(everything.consumed().read());
    assertThat(activity(busy, arn, true).recent().since()).isEmpty();
  }

  @Test
  void activityIsEmptyWithoutEvidence() {
    assertThat(trail(ExampleHistory.LITE))
        .isEqualTo(
            new ResourceActivity(
                RevisionEvents.NONE,
                Optional.empty(),
                new RecentAttempts(List.of(), Optional.empty())));
  }

  private ResourceActivity trail(Arn arn) {
    return activity(reader, arn, false);
  }

  private static ResourceActivity activity(LedgerReader reader, Arn arn, boolean all) {
    return switch (new ResourceFinder(reader).find(arn.text(), Filter.ALL)) {
      case ResourceFinder.Match.One one -> ResourceActivity.of(reader, one.resource(), all);
      case ResourceFinder.Match.None _, ResourceFinder.Match.Several _ ->
          throw new AssertionError(arn);
    };
  }

  private static Map<Long, List<String>> history(LedgerReader reader, Arn arn) {
    var who = new HashMap<Long, List<String>>();
    new History(reader)
        .of(arn, Period.ALWAYS)
        .forEach(change -> who.put(change.revision(), users(change.events().who())));
    return who;
  }

  private static Map<Long, List<String>> changes(LedgerReader reader, Arn arn) {
    var who = new HashMap<Long, List<String>>();
    new Changes(reader)
        .in(Period.ALWAYS, Filter.ALL, Set.of())
        .filter(change -> change.arn().equals(arn))
        .forEach(change -> who.put(change.revision(), users(change.events().who())));
    return who;
  }

  private static List<String> users(List<Evidence> events) {
    return events.stream().map(event -> event.actor().arn().replaceFirst(".*/", "")).toList();
  }

  private static Evidence tagged(Arn arn, String user, Instant at, String key) {
    return tagged(arn, user, at, key, "x");
  }

  private static Evidence tagged(Arn arn, String user, Instant at, String key, String value) {
    return new Evidence(
        arn,
        "event of " + user,
        "TagResource",
        at,
        Actors.user("arn:aws:iam::111122223333:user/" + user),
        "203.0.113.7",
        "aws-cli/2.31",
        "",
        Optional.empty(),
        Optional.empty(),
        Map.of(key, Optional.of(value)));
  }
}
