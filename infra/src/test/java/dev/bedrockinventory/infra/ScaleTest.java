package dev.bedrockinventory.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the settings of a deployment follow from the number of accounts, on a virtual clock. */
final class ScaleTest {
  private static final int REGIONS = 17;
  private static final int KINDS = 3;
  private static final long SEED = 20_261_127;
  private static final int CALLS_PER_SECOND = 5;

  /** All scopes are swept in two thirds of the default period. */
  private static final int SWEPT_WITHIN = 600;

  private static final int PLANNED_WITHIN = 60;
  private static final int HEARD_WITHIN = 60;

  @Test
  void theTableOfTheDocumentIsThatOfTheSimulation() throws IOException {
    var page = Files.readString(Synthesized.CONTEXT.resolveSibling("docs/deployment.md"));

    assertThat(page.lines())
        .containsSubsequence(Stream.of(10, 50, 500, 1_000, 2_000).map(ScaleTest::row).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 500, 1_000, 2_000})
  void aNoisyAccountDelaysOthersByLessThanAMinuteWithMessageGroupsOnly(int accounts) {
    var fair = new EventSimulation(accounts, refreshes(accounts), CALLS_PER_SECOND, true);
    var unfair = new EventSimulation(accounts, refreshes(accounts), CALLS_PER_SECOND, false);

    assertThat(fair.longestWait(SEED)).isLessThan(HEARD_WITHIN);
    assertThat(unfair.longestWait(SEED)).isGreaterThan(HEARD_WITHIN);
  }

  @Test
  void fiveHundredAccountsArePlannedWithinAMinute() {
    assertThat(SweepSimulation.planSeconds(500 * REGIONS * KINDS)).isLessThan(PLANNED_WITHIN);
  }

  /** Each stack has its own planner, and the others share what is beyond its capacity. */
  private static String row(int accounts) {
    var stacks = stacks(accounts);
    var each = (accounts + stacks - 1) / stacks;
    return "| %,d | %,d | %d | %d | %d s | %d | %.1f min | %d s |"
        .formatted(
            accounts,
            accounts * REGIONS * KINDS,
            stacks,
            sweeps(each),
            Math.round(SweepSimulation.planSeconds(each * REGIONS * KINDS)),
            refreshes(each),
            SweepSimulation.sweepSeconds(each * REGIONS, sweeps(each), SEED) / 60,
            Math.round(
                new EventSimulation(each, refreshes(each), CALLS_PER_SECOND, true)
                    .longestWait(SEED)));
  }

  private static int stacks(int accounts) {
    return (int)
        Math.ceil(SweepSimulation.planSeconds(accounts * REGIONS * KINDS) / PLANNED_WITHIN);
  }

  private static int sweeps(int accounts) {
    return IntStream.of(5, 10, 20, 50, 100, 200)
        .filter(concurrency ->
            SweepSimulation.sweepSeconds(accounts * REGIONS, concurrency, SEED) <= SWEPT_WITHIN)
        .findFirst()
        .orElseThrow();
  }

  private static int refreshes(int accounts) {
    return IntStream.of(5, 10, 20, 50)
        .filter(concurrency ->
            new EventSimulation(accounts, concurrency, CALLS_PER_SECOND, true).longestWait(SEED)
                < HEARD_WITHIN / 2.0)
        .findFirst()
        .orElseThrow();
  }
}
