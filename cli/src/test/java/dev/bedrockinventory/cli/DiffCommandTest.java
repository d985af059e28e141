package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** diff compares revisions and inventories; history mentions who had the name before. */
final class DiffCommandTest {
  private static final String TABLE = "diff-command";

  @TempDir private static Path folder;
  private static FilledFile ledger;

  @BeforeAll
  static void fill() {
    ledger = FilledFile.in(folder);
    FilledTable.create(TABLE);
  }

  @Test
  void theLastTwoRevisionsAreSideBySide() {
    assertThat(ledger.run("diff", "checkout").lines())
        .containsExactly(
            "FIELD     1 BASELINE 2026-11-20T10:00:00.000Z  2 UPDATED 2026-11-21T10:00:00.000Z",
            "tag team  alice                                carol");
    assertThat(Run.on(TABLE, "diff", "checkout").out())
        .isEqualTo(ledger.run("diff", "checkout").out());
  }

  @Test
  void revisionsAreComparedInTheGivenOrder() {
    assertThat(ledger.run("diff", "checkout", "2", "1", "-o", "jsonl").out())
        .isEqualTo(
            """
            {"arn":"%s","from":{"revision":2,"change":"UPDATED","observedAt":\
            "2026-11-21T10:00:00.000Z"},"to":{"revision":1,"change":"BASELINE","observedAt":\
            "2026-11-20T10:00:00.000Z"},"fields":[{"path":"/tags/team","op":"replace",\
            "before":"carol","after":"alice"}]}
            """
                .formatted(FilledTable.CHECKOUT));
  }

  @Test
  void valuesAreColoredOnATerminal() {
    assertThat(ledger.runOnTerminal(120, "diff", "checkout").out())
        .contains("\u001b[31malice\u001b[0m", "\u001b[32mcarol\u001b[0m");
  }

  @Test
  void equalFieldsAreReported() {
    var run = ledger.run("diff", "search");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "nothing found: the fields of revision 1 (BASELINE) and revision 2 (DELETED) are the"
                + " same\n");
  }

  @Test
  void inventoriesOfTwoTimesAreCompared() {
    var run = ledger.run("diff", "--from", "2026-11-20", "-o", "csv");

    assertThat(run.out())
        .isEqualTo(
            """
            DIFFERENCE,KIND,NAME,ARN,ACCOUNT,REGION,FIELDS\r
            CHANGED,application-inference-profile,checkout,%s,111122223333,us-east-2,tag team: alice → carol\r
            REMOVED,application-inference-profile,search,%s,111122223333,us-east-2,\r
            """
                .formatted(FilledTable.CHECKOUT, FilledTable.SEARCH));
    assertThat(run.err()).isEmpty();
    assertThat(Run.on(TABLE, "diff", "--from", "2026-11-20", "-o", "csv").out())
        .isEqualTo(run.out());
  }

  @ParameterizedTest
  @CsvSource({
    "--from 2026-11-20 --to 2026-11-21, 1",
    "--from 2026-11-20 --tag team=alice, 1",
    "--from 2026-11-20 --tag team=carol, 1",
    "--from 2026-11-20 --tag team=nobody, 0",
    "--from 2026-11-20 --name search, 1",
    "--from 2026-11-20 --region us-west-2, 0",
    "--from 1h, 0"
  })
  void aResourceIsSelectedAtEitherTime(String options, int count) {
    assertThat(ledger.run(("diff -o jsonl " + options).split(" ", -1)).lines()).hasSize(count);
  }

  @Test
  void whatWasNotReadAtTheEarlierTimeIsReported() {
    var run = ledger.run("diff", "--from", "2026-11-01", "-o", "jsonl");

    assertThat(run.lines()).hasSize(1);
    assertThat(run.out()).contains("\"difference\":\"ADDED\"").contains("\"fields\":[]");
    assertThat(run.err())
        .isEqualTo(
            "1 of the scopes was first read after --from: what existed before is shown as"
                + " ADDED\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'', specify either a RESOURCE or --from WHEN",
    "checkout --from 1d, specify either a RESOURCE or --from WHEN",
    "checkout --to 1d, --to requires --from",
    "checkout 1, specify two revisions",
    "checkout 1 2 3, Unmatched argument",
    "checkout 1 9, there is no revision 9; the revisions are 1 to 2",
    "checkout one two, is not a long",
    "checkout --name x, require --from",
    "--from 1d --to 2d, --from is after --to",
    "--from yesterday, is not a valid time"
  })
  void wrongUsageIsReportedInOneLine(String arguments, String message) {
    var run = ledger.run(("diff " + arguments).strip().split(" ", -1));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(message);
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void historyMentionsEarlierResourcesOfTheName(@TempDir Path other) {
    var recreated = FilledFile.in(other).with(FilledTable::recreateSearch);

    var byName = recreated.run("history", "search", "-o", "jsonl");
    assertThat(byName.lines()).hasSize(1);
    assertThat(byName.err())
        .isEqualTo(
            "an earlier resource of this name was deleted 2026-11-22T10:00:00.000Z: %s\n"
                .formatted(FilledTable.SEARCH));
    assertThat(recreated.run("history", "7qk2m7c4x1zb").err()).isEmpty();
    assertThat(recreated.run("history", FilledTable.SEARCH.text(), "-o", "jsonl").lines())
        .hasSize(2);
    assertThat(recreated.run("diff", "7qk2m7c4x1zb").err()).contains("has only one revision");
  }
}
