package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that prints data prints it as CSV and as Markdown, too. */
final class OutputFormatsTest {
  /** A field of RFC 4180 and what ends it. */
  private static final Pattern FIELD = Pattern.compile("(\"(?:[^\"]|\"\")*\"|[^\",\r\n]*)(,|\r\n)");

  @TempDir private static Path folder;
  private static FilledFile ledger;

  @BeforeAll
  static void fill() {
    ledger = FilledFile.in(folder);
  }

  @Test
  void listPrintsCompleteArnsAsCsv() {
    assertThat(ledger.run("list", "-o", "csv").out())
        .isEqualTo(
            """
            KIND,NAME,ARN,ACCOUNT,REGION,REVISION,CHANGED\r
            application-inference-profile,checkout,%s,111122223333,us-east-2,2,2026-11-21T10:00:00.000Z\r
            """
                .formatted(FilledTable.CHECKOUT));
  }

  @Test
  void listPrintsAMarkdownTable() {
    assertThat(ledger.run("list", "-o", "markdown").lines())
        .containsExactly(
            "| KIND | NAME | ARN | ACCOUNT | REGION | REVISION | CHANGED |",
            "|---|---|---|---|---|---|---|",
            "| application-inference-profile | checkout | %s | 111122223333 | us-east-2 | 2 | 2026-11-21T10:00:00.000Z |"
                .formatted(FilledTable.CHECKOUT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "changes",
        "coverage",
        "cost",
        "verify",
        "show search",
        "history checkout",
        "repair --dry-run"
      })
  void everyRecordOfCsvHasAFieldForEachColumn(String command) {
    var run = ledger.run((command + " -o csv").split(" ", -1));

    var widths = widths(run.out());
    assertThat(widths).isNotEmpty().containsOnly(widths.getFirst());
  }

  @Test
  void csvOfChangesAlwaysHasTheSameColumns() {
    assertThat(ledger.run("changes", "--since", "1h", "-o", "csv").out())
        .isEqualTo("OBSERVED,CHANGE,REVISION,RESOURCE,WHO,FIELDS,ALSO SEEN\r\n");
  }

  @Test
  void csvIsNeitherCutNorColoredOnATerminal() {
    assertThat(ledger.runOnTerminal(40, "changes", "-o", "csv").out())
        .isEqualTo(ledger.run("changes", "-o", "csv").out());
  }

  @Test
  void markdownWithoutRowsIsEmpty() {
    assertThat(ledger.run("list", "--name", "nothing", "-o", "markdown").out()).isEmpty();
  }

  @Test
  void coverageReportsWhatCsvLeavesOut() {
    var run = ledger.run("coverage", "-o", "csv");

    assertThat(run.out()).startsWith("ACCOUNT,REGION,KIND,OUTCOME").doesNotContain("OPERATION");
    assertThat(run.err()).contains("left out: 1 new members").contains("-o json");
    assertThat(ledger.run("coverage", "-o", "markdown").out()).contains("\n\n| OPERATION |");
  }

  @Test
  void pricesAreNumbersInCsv() {
    assertThat(Run.of(FilledTable.NOW, Map.of(), "prices", "-o", "csv").out())
        .contains("us-east-1,Llama,v1.0,active-copy,0.05718,CMU-minute,2026-09-12");
  }

  @Test
  void anUnknownFormatNamesTheKnownOnes() {
    var run = ledger.run("list", "-o", "excel");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("CSV").contains("MARKDOWN");
  }

  /** The number of fields of each record. */
  private static List<Integer> widths(String csv) {
    var widths = new ArrayList<Integer>();
    var fields = FIELD.matcher(csv);
    var end = 0;
    for (var width = 1; fields.lookingAt(); width++) {
      end = fields.end();
      if (fields.group(2).equals("\r\n")) {
        widths.add(width);
        width = 0;
      }
      fields.region(end, csv.length());
      if (end == csv.length()) {
        break;
      }
    }
    assertThat(end).as("the end of the last record").isEqualTo(csv.length());
    return widths;
  }
}
