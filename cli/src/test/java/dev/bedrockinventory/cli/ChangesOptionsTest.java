package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** changes selects by who made them, and shows what was refused; on a file and on a table. */
final class ChangesOptionsTest {
  private static final String TABLE = "changes-options";

  @TempDir private static Path folder;
  private static FilledFile ledger;

  @BeforeAll
  static void fill() {
    ledger = FilledFile.in(folder);
    FilledTable.create(TABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "--by alice, 1",
    "--by ALICE, 1",
    "--by user/alice, 1",
    "--by bob, 0",
    "--by alice --since 12h, 0",
    "--attempts, 1",
    "--attempts --by alice@example.com, 1",
    "--attempts --by 544894e8, 1",
    "--attempts --by developer/alice, 1",
    "--attempts --by bob, 0",
    "--attempts --since 2026-11-22, 0",
    "--attempts --account 444455556666, 0",
    "--attempts --kind imported-model, 0"
  })
  void eachOptionSelects(String options, int count) {
    var arguments = ("changes -o jsonl " + options).split(" ", -1);

    assertThat(ledger.run(arguments).lines()).hasSize(count);
    assertThat(Run.on(TABLE, arguments).lines()).hasSize(count);
  }

  @Test
  void aRefusedCallHasItsErrorAndItsResource() {
    assertThat(ledger.run("changes", "--attempts", "-o", "jsonl").out())
        .startsWith(
            """
            {"resource":"%s","arn":"arn:aws:sts::111122223333:assumed-role/developer/alice",\
            "type":"AssumedRole","event":"DeleteInferenceProfile","at":"2026-11-21T15:00:00.000Z",\
            """
                .formatted(FilledTable.SEARCH))
        .contains("\"errorCode\":\"AccessDenied\"");
    assertThat(ledger.run("changes", "--attempts").lines().getFirst())
        .matches("AT +OPERATION +WHO +FROM +ERROR +RESOURCE +MESSAGE");
  }

  @Test
  void noRefusedCallIsReported() {
    var run = ledger.run("changes", "--attempts", "--by", "bob");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo("nothing found: no such call is recorded; the ledger has those of 90 days\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--attempts --name x",
        "--attempts --tag x",
        "--attempts --model x",
        "--attempts --change CREATED",
        "--by="
      })
  void aWrongCombinationIsWrongUsageInOneLine(String options) {
    var run = ledger.run(("changes " + options).split(" ", -1));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
  }
}
