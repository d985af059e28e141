package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The options of list that answer daily questions, on a file and on a table. */
final class ListOptionsTest {
  private static final String TABLE = "list-options";

  @TempDir private static Path folder;
  private static FilledFile ledger;

  @BeforeAll
  static void fill() {
    ledger = FilledFile.in(folder);
    FilledTable.create(TABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "--untagged owner, 1",
    "--untagged team, 0",
    "--untagged owner --untagged team, 0",
    "--tag team, 1",
    "--tag owner, 0",
    "--leaves us, 0",
    "--name check*, 1",
    "--name check, 0",
    "--model nova, 1",
    "--model *nova-lite*, 1",
    "--model arn:aws:bedrock:us-east-2::foundation-model/amazon.nova-lite-v1:0, 1",
    "--model claude, 0",
    "--copied-from amazon.nova-lite-v1:0, 0"
  })
  void eachOptionSelects(String options, int count) {
    var arguments = ("list -o jsonl " + options).split(" ", -1);

    assertThat(ledger.run(arguments).lines()).hasSize(count);
    assertThat(Run.on(TABLE, arguments).lines()).hasSize(count);
  }

  @Test
  void aDeletedCopyIsFoundAtThatTime() {
    var run =
        ledger.run(
            "list", "--copied-from", "amazon.nova-lite-v1:0", "--as-of", "2026-11-20", "-o", "csv");

    assertThat(run.out()).contains("search").doesNotContain("checkout");
  }

  @Test
  void resourcesAreCounted() {
    assertThat(ledger.run("list", "--count-by", "tag:team").lines())
        .containsExactly("TAG team  COUNT", "carol     1");
    assertThat(ledger.run("list", "--count-by", "tag:owner").lines())
        .containsExactly("TAG owner  COUNT", "(none)     1");
    assertThat(ledger.run("list", "--count-by", "tag:owner", "-o", "csv").out())
        .isEqualTo("TAG owner,COUNT\r\n,1\r\n");
    assertThat(ledger.run("list", "--count-by", "model", "-o", "jsonl").out())
        .isEqualTo("{\"by\":\"model\",\"value\":\"amazon.nova-lite-v1:0\",\"count\":1}\n");
    assertThat(ledger.run("list", "--count-by", "tag:owner", "-o", "jsonl").out())
        .isEqualTo("{\"by\":\"tag:owner\",\"count\":1}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--untagged=",
        "--tag=",
        "--tag==x",
        "--leaves=moon",
        "--leaves=global",
        "--count-by=colour",
        "--count-by=tag:"
      })
  void aWrongValueIsWrongUsageInOneLine(String option) {
    var run = ledger.run("list", option);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void anEmptyListReportsWhyItMayBeEmpty() {
    var incomplete = ledger.run("list", "--name", "nothing");
    assertThat(incomplete.exitCode()).isZero();
    assertThat(incomplete.out()).isEmpty();
    assertThat(incomplete.err())
        .isEqualTo(
            "nothing found: 1 of the scopes was not completely read when last swept, such as"
                + " imported-model in us-east-2 of 111122223333; './inventory coverage' shows"
                + " why\n");

    assertThat(
            ledger
                .run("list", "--name", "nothing", "--kind", "application-inference-profile")
                .err())
        .isEqualTo("nothing found: nothing that the ledger has matches\n");
    assertThat(ledger.run("list", "--model", "checkout").err()).contains("not a model");
  }
}
