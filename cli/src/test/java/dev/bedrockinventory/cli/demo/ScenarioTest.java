package dev.bedrockinventory.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bedrockinventory.cli.output.JsonText;
import dev.bedrockinventory.cli.runtime.LocalDeployment;
import dev.bedrockinventory.model.ChangeKind;
import dev.bedrockinventory.query.Change;
import dev.bedrockinventory.query.Changes;
import dev.bedrockinventory.query.Filter;
import dev.bedrockinventory.query.Period;
import dev.bedrockinventory.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The scenario, run once through the real handlers: the runner checks the counts of each step. */
final class ScenarioTest {
  private static final Instant START = Instant.parse("2026-10-01T09:00:00Z");

  private static final ScenarioClock CLOCK = new ScenarioClock(START);
  private static final Simulator SIMULATOR = Simulator.start(0, CLOCK, 1);
  private static final ByteArrayOutputStream OUTPUT = new ByteArrayOutputStream();
  private static final PrintStream ERR = new PrintStream(OUTPUT, true, StandardCharsets.UTF_8);
  private static final LocalDeployment DEPLOYMENT = LocalDeployment.to(SIMULATOR, CLOCK, ERR);
  private static final List<Step> STEPS = new Scenario(SIMULATOR).steps();
  private static DemoSummary summary;

  @BeforeAll
  static void run() {
    DemoAccount.REGIONS.forEach(DEPLOYMENT::target);
    summary =
        new ScenarioRunner(DEPLOYMENT, CLOCK, new Narrator(ERR))
            .run(STEPS, () -> false)
            .orElseThrow();
  }

  @AfterAll
  static void close() {
    DEPLOYMENT.close();
    SIMULATOR.close();
  }

  @Test
  void theScenarioEndsWithItsSummary() {
    assertThat(summary)
        .isEqualTo(
            new DemoSummary(
                9 * STEPS.size(),
                new StepCounts(
                    Map.of(
                        ChangeKind.BASELINE, 189,
                        ChangeKind.CREATED, 19,
                        ChangeKind.UPDATED, 40,
                        ChangeKind.DELETED, 17),
                    14,
                    1,
                    1,
                    1,
                    66,
                    1),
                true));
    assertThat(JsonText.line(summary.json()))
        .isEqualTo(
            "{\"sweeps\":243,\"changes\":{\"BASELINE\":189,\"CREATED\":19,\"UPDATED\":40,\"DELETED\":17},"
                + "\"refused\":14,\"partial\":1,\"omissions\":1,\"drift\":1,\"refreshes\":66,\"attempts\":1,\"verified\":true}");
  }

  @Test
  void everyRecordedChangeIsPrinted() {
    assertThat(output())
        .contains("BASELINE  189 resources")
        .contains(
            "CREATED   ticket-triage (application-inference-profile in us-east-2), revision 1,"
                + " by arn:aws:iam::111122223333:user/alice")
        .contains(
            "UPDATED   checkout-chat (application-inference-profile in us-east-2), revision 2,"
                + " by arn:aws:iam::111122223333:user/bob: ")
        .contains("/tags/team: checkout → payments")
        .contains(
            "ATTEMPT   DeleteInferenceProfile by arn:aws:iam::111122223333:user/carol:"
                + " AccessDenied")
        .contains(
            "CREATED   claims-summarizer (imported-model in us-east-2), revision 1,"
                + " by arn:aws:iam::111122223333:user/alice")
        .contains("REFUSED   THROTTLED: 9 scopes")
        .contains("REFUSED   DENIED: ")
        .contains("OMISSION  application-inference-profile in us-east-2: 1")
        .contains("DELETED   support-summaries-staging")
        .contains("/customModelUnits/customModelUnitsPerModelCopy: 1 → 3")
        .contains("PARTIAL   DENIED: imported-model in us-east-2")
        .contains("DRIFT     ListInferenceProfiles#latencyTier")
        .contains("CREATED   notebooks (application-inference-profile in us-east-2), revision 3");
  }

  @Test
  void aModelVanishesRegionByRegionAndAFailedListIsNoDeletion() {
    assertThat(output())
        .containsSubsequence(
            "AWS withdraws Claude Sonnet 4 from us-east-2",
            "DELETED   Global Claude Sonnet 4 (system-inference-profile in us-east-2), revision 2",
            "DELETED   US Claude Sonnet 4 (system-inference-profile in us-east-2), revision 2",
            "REFUSED   THROTTLED: application-inference-profile in eu-central-1,"
                + " system-inference-profile in eu-central-1",
            "Six hours later",
            "nothing recorded",
            "DELETED   US Claude Sonnet 4 (system-inference-profile in us-east-1), revision 2",
            "DELETED   EU Claude Sonnet 4 (system-inference-profile in eu-central-1), revision 2");
    assertThat(output()).containsOnlyOnce("EU Claude Sonnet 4 (");
  }

  @Test
  void changesAreSpreadOverFourWeeksAndSeveralPeople() {
    var changes = new Changes(DEPLOYMENT.reader()).in(Period.ALWAYS, Filter.ALL, Set.of()).toList();

    assertThat(changes.stream().map(Change::observedAt).map(ScenarioTest::day).distinct())
        .hasSizeGreaterThan(20);
    assertThat(
            changes.stream()
                .flatMap(change -> change.events().who().stream())
                .map(event -> event.actor().arn().replaceFirst("^.*/", ""))
                .distinct())
        .contains("alice", "bob", "carol", "dave", "erin", "pipeline");
  }

  @Test
  void theScenarioTakesItsLength() {
    var length = STEPS.stream().map(Step::length).reduce(Duration.ZERO, Duration::plus);

    assertThat(length).isLessThanOrEqualTo(Scenario.LENGTH);
    assertThat(CLOCK.instant())
        .isCloseTo(START.plus(Scenario.LENGTH), within(1, ChronoUnit.SECONDS));
  }

  @Test
  void theOutputIsShortEnoughToRead() {
    assertThat(output().lines()).hasSizeLessThan(160);
  }

  private static Object day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static String output() {
    return OUTPUT.toString(StandardCharsets.UTF_8);
  }
}
