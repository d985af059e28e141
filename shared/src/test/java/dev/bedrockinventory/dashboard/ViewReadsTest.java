package dev.bedrockinventory.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.MemoryStore;
import dev.bedrockinventory.model.Actors;
import dev.bedrockinventory.model.Evidence;
import dev.bedrockinventory.query.ExampleHistory;
import dev.bedrockinventory.query.ExampleScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many requests each view sends: only those for what it shows. */
final class ViewReadsTest {
  private static final int PROFILES = 60;
  private static final int DAYS = 4;
  private static final Instant START = Instant.parse("2026-11-01T09:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(DAYS));
  private static final MemoryStore ONCE_A_DAY = recorded(1);
  private static final MemoryStore THRICE_A_DAY = recorded(3);

  @Test
  void theOverviewReadsTheCountsAndTheLastTenChanges() {
    assertThat(requests(ONCE_A_DAY, END, Parameters.of(View.OVERVIEW)))
        .isEqualTo(
            Map.of(
                "scopes", 1L,
                "unmodeled members", 1L,
                "heads", 1L,
                "days", 4L,
                "attempts", 1L,
                "counts of attempts", 1L,
                "batches of revisions", 2L,
                "evidence", 10L,
                "batches of heads", 1L));
  }

  @Test
  void thePageOfChangesReadsTheCausesOfItsRowsAlone() {
    assertThat(requests(ONCE_A_DAY, END, Parameters.of(View.CHANGES)))
        .isEqualTo(
            Map.of(
                "scopes", 1L,
                "unmodeled members", 1L,
                "days", 4L,
                "batches of revisions", 1L + 2,
                "evidence", 50L,
                "batches of heads", 1L));
  }

  @Test
  void aSearchForAPersonReadsTheEvidenceOfAResourceOnce() {
    var person = Parameters.of(View.CHANGES).with(ViewParameter.PERSON, "nobody");

    assertThat(requests(ONCE_A_DAY, END, person))
        .isEqualTo(
            Map.of(
                "scopes", 1L,
                "unmodeled members", 1L,
                "days", 4L,
                "batches of revisions", 3L + 4,
                "evidence", 60L));
  }

  @Test
  void aSearchForATextReadsTheNamesInBatches() {
    var text = Parameters.of(View.CHANGES).with(ViewParameter.TEXT, "nothing");

    assertThat(requests(ONCE_A_DAY, END, text))
        .isEqualTo(
            Map.of(
                "scopes", 1L,
                "unmodeled members", 1L,
                "days", 4L,
                "batches of revisions", 3L,
                "batches of heads", 1L));
  }

  @Test
  void theInventoryReadsTheHeads() {
    assertThat(requests(ONCE_A_DAY, END, Parameters.of(View.INVENTORY)))
        .isEqualTo(Map.of("scopes", 1L, "unmodeled members", 1L, "heads", 1L));
  }

  @Test
  void theInventoryOfThePastSearchesAllResourcesAtTheSameTime() {
    var past = END.minus(Duration.ofDays(2));

    assertThat(requests(ONCE_A_DAY, past, Parameters.of(View.INVENTORY)))
        .isEqualTo(
            Map.of(
                "scopes", 1L,
                "unmodeled members", 1L,
                "heads", 1L,
                "tombstones", 1L,
                "batches of revisions", 1L));
  }

  @Test
  void theOtherViewsReadScopesAndNothingThatTheyDoNotShow() {
    var scopes = Map.of("scopes", 1L, "unmodeled members", 1L);

    assertThat(requests(ONCE_A_DAY, END, Parameters.of(View.COVERAGE))).isEqualTo(scopes);
    assertThat(requests(ONCE_A_DAY, END, Parameters.of(View.COST))).isEqualTo(scopes);
    assertThat(requests(ONCE_A_DAY, END, Parameters.of(View.MODELS)))
        .isEqualTo(Map.of("scopes", 1L, "unmodeled members", 1L, "heads", 1L));
  }

  @Test
  void aLongerHistoryCostsNoMoreRequests() {
    for (var view : View.values()) {
      assertThat(requests(THRICE_A_DAY, END, Parameters.of(view)))
          .as(view.title())
          .isEqualTo(requests(ONCE_A_DAY, END, Parameters.of(view)));
    }
  }

  private static Map<String, Long> requests(
      MemoryStore table, Instant until, Parameters parameters) {
    var log = new RequestLog(table);
    new Pages(log, until, END).show(parameters);
    return log.counts();
  }

  /** Sixty profiles, each of which changes some times a day. */
  private static MemoryStore recorded(int timesADay) {
    var table = new MemoryStore();
    var scope = new ExampleScope(ExampleHistory.APPLICATION);
    sweep(scope, table, START.minusSeconds(3_600));
    for (var day = 0; day < DAYS; day++) {
      for (var time = 0; time < timesADay; time++) {
        sweep(scope, table, START.plus(Duration.ofDays(day)).plus(Duration.ofHours(time)));
      }
    }
    return table;
  }

  private static void sweep(ExampleScope scope, MemoryStore table, Instant at) {
    for (var index = 0; index < PROFILES; index++) {
      scope.put("profile-" + index, "{\"tags\":{\"team\":\"%s\"}}".formatted(at));
    }
    table.save(
        IntStream.range(0, PROFILES)
            .mapToObj(index -> tagged(scope, index, at.toString(), at.minusSeconds(60))));
    scope.sweep(table, at.toString());
  }

  private static Evidence tagged(ExampleScope scope, int index, String tag, Instant at) {
    return new Evidence(
        scope.arn("profile-" + index),
        "event at " + at,
        "TagResource",
        at,
        Actors.user("arn:aws:iam::111122223333:user/bob"),
        "203.0.113.7",
        "aws-cli/2.31",
        "",
        Optional.empty(),
        Optional.empty(),
        Map.of("team", Optional.of(tag)));
  }
}
