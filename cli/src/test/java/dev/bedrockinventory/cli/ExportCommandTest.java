package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** export writes the same as the commands that print, to stdout or into a complete new file. */
final class ExportCommandTest {
  @TempDir private Path folder;
  private FilledFile ledger;
  private Path to;

  @BeforeEach
  void fill() {
    ledger = FilledFile.in(folder);
    to = folder.resolve("out");
  }

  @ParameterizedTest
  @CsvSource({
    "inventory, list, jsonl",
    "inventory, list, csv",
    "inventory --as-of 2026-11-20, list --as-of 2026-11-20, jsonl",
    "inventory --untagged cost-center, list --untagged cost-center, csv",
    "changes, changes, jsonl",
    "changes, changes, csv",
    "changes --by alice --since 2d, changes --by alice --since 2d, jsonl"
  })
  void anExportIsWhatTheOtherCommandPrints(String export, String command, String format) {
    var expected = run(command + " -o " + format).out();

    assertThat(expected).contains(FilledTable.CHECKOUT.text());
    assertThat(run("export " + export + " -o " + format).out()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"inventory, jsonl, 1 resources", "changes, csv, 2 changes"})
  void aFileHasTheSameContentAndStderrItsCount(String subject, String format, String count)
      throws Exception {
    var expected = run("export " + subject + " -o " + format).out();

    var run = run("export " + subject + " -o " + format + " --to " + to);

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("'%s': %s\n".formatted(to, count));
    assertThat(Files.readString(to)).isEqualTo(expected);
    assertThat(folder).isDirectoryNotContaining("glob:**/.bedrock-inventory*");
  }

  @Test
  void aTableIsExportedAsTheFileIs() {
    FilledTable.create("export");

    assertThat(Run.on("export", "export", "changes").out()).isEqualTo(run("export changes").out());
  }

  @Test
  void aSqliteExportOfATableIsALedgerFile() {
    FilledTable.create("export-sqlite");

    var run = Run.on("export-sqlite", "export", "inventory", "-o", "sqlite", "--to", to.toString());

    assertThat(run.exitCode()).as(run.err()).isZero();
    var copy = to.toString();
    assertThat(Run.of(FilledTable.NOW, Map.of(), "list", "-o", "jsonl", "--data", copy).out())
        .isEqualTo(run("list -o jsonl").out());
    assertThat(Run.of(FilledTable.NOW, Map.of(), "verify", "--data", copy).exitCode()).isZero();
    assertThat(
            Run.of(
                    FilledTable.NOW,
                    Map.of(),
                    "sql",
                    "SELECT actor FROM who WHERE explains",
                    "--data",
                    copy)
                .out())
        .contains("user/alice");
  }

  @Test
  void aCountIsShownOnATerminal() {
    var run =
        Run.onTerminal(
            FilledTable.NOW,
            Map.of(),
            "export",
            "inventory",
            "--to",
            to.toString(),
            "--data",
            folder.resolve("ledger.db").toString());

    assertThat(run.err()).contains("\r0 resources\r").endsWith("'%s': 1 resources\n".formatted(to));
  }

  @Test
  void anExistingFileIsRefusedAndStaysAsItIs() throws Exception {
    Files.writeString(to, "mine");

    var run = run("export inventory --to " + to);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("exists; name a new file");
    assertThat(to).hasContent("mine");
  }

  @Test
  void aMissingFolderIsNamedInOneLine() {
    var run = run("export inventory --to " + folder.resolve("none/out"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("none/out' cannot be written").contains("its folder exists");
  }

  @Test
  void nothingIsLeftOfAFailedExport() {
    var run = Run.on("no-such-table", "export", "inventory", "-o", "sqlite", "--to", to.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(folder).isDirectoryNotContaining("glob:**{out,.bedrock-inventory}*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inventory -o sqlite",
        "changes -o sqlite --to x",
        "inventory -o sqlite --to x --account 111122223333",
        "inventory -o sqlite --to x --tag team",
        "inventory --since 7d",
        "inventory --by alice",
        "changes --as-of 7d",
        "changes --leaves us",
        "changes --by ",
        "inventory -o table",
        "resources",
        ""
      })
  void aCombinationWithoutMeaningIsRefusedInOneLine(String arguments) {
    var run = run(("export " + arguments).stripTrailing() + (arguments.endsWith(" ") ? " " : ""));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.out()).isEmpty();
  }

  private Run run(String line) {
    return ledger.run(line.split(" ", -1));
  }
}
