package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.cli.ledger.LedgerFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL reads a ledger file in every format, and changes nothing. */
final class SqlCommandTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void fill() {
    file = folder.resolve("ledger.db");
    try (var open = LedgerFile.openOrCreate(file, FilledTable.NOW)) {
      FilledTable.fill(open.ledger());
    }
  }

  static List<String> examples() {
    return Stream.of(
            Run.of(FilledTable.NOW, Map.of(), "sql", "--examples")
                .out()
                .split("(?m)^(?=/\\* )", -1))
        .filter(example -> !example.isBlank())
        .toList();
  }

  @Test
  void thereAreTwentyExamples() {
    assertThat(examples()).hasSize(20).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleWorksAsPrinted(String example) {
    var run = sql(example);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aTableHasTheNamesOfTheColumns() {
    assertThat(sql("SELECT name, tags FROM inventory").lines())
        .containsExactly("name      tags", "checkout  {\"team\":\"carol\"}");
  }

  @Test
  void jsonKeepsNumbersTextsAndMissingValues() {
    var run = sql("SELECT revision, name, NULL AS missing FROM inventory", "-o", "jsonl");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("{\"revision\":2,\"name\":\"checkout\",\"missing\":null}\n");
    assertThat(sql("SELECT 1 WHERE 0", "-o", "json").out()).isEqualTo("[]\n");
  }

  @Test
  void aColumnThatOccursTwiceIsNotLost() {
    assertThat(sql("SELECT 1 AS a, 2 AS a", "-o", "jsonl").out())
        .isEqualTo("{\"a\":1,\"a_2\":2}\n");
  }

  @Test
  void csvQuotesAndMakesFormulasHarmless() {
    var run = sql("SELECT '=1+1' AS \"a,b\", -5 AS n, 'say \"x\"' AS c, '' AS d", "-o", "csv");

    assertThat(run.out()).isEqualTo("\"a,b\",n,c,d\r\n'=1+1,-5,\"say \"\"x\"\"\",\r\n");
  }

  @Test
  void markdownEscapesItsOwnSigns() {
    assertThat(sql("SELECT 'a|b' AS x, '<i>' AS y", "-o", "markdown").lines())
        .containsExactly("| x | y |", "|---|---|", "| a\\|b | &lt;i> |");
  }

  @Test
  void theSchemaNamesTheViewsAndTheirColumns() {
    assertThat(sql(".schema").lines())
        .hasSize(9)
        .anyMatch(line -> line.startsWith("destinations  profile, model, region"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM items",
        "UPDATE items SET attributes = '{}'",
        "CREATE TABLE mine (a)",
        "DROP VIEW inventory",
        "ATTACH 'other.db' AS other",
        "VACUUM INTO 'copy.db'"
      })
  void aStatementThatWritesIsRefusedInOneLine(String statement) throws Exception {
    var before = Files.readAllBytes(file);

    var run = sql(statement);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("the ledger is read-only here");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void readingOnlyCannotBeSwitchedOff() {
    sql("PRAGMA query_only = OFF");

    assertThat(sql("DELETE FROM items").exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT nothing FROM inventory", "SELEC 1", ""})
  void aWrongStatementIsExplainedInOneLine(String statement) {
    var run = sql(statement);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void aStatementNeedsALedger() {
    var run = Run.of(FilledTable.NOW, Map.of(), "sql", "SELECT 1");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("use --table NAME or --data FILE");
  }

  @Test
  void aTableIsReadToo() {
    FilledTable.create("sql");

    var run = Run.on("sql", "sql", "SELECT name, revision FROM inventory", "-o", "csv");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("name,revision\r\ncheckout,2\r\n");
    assertThat(Run.on("sql", "sql", "SELECT actor FROM who WHERE explains", "-o", "csv").out())
        .contains("user/alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT name FROM inventory", "SELEC 1"})
  void nothingIsLeftOfTheCopyOfATable(String statement) throws Exception {
    var table = "left" + statement.length();
    FilledTable.create(table);
    var temporary = Files.createDirectory(folder.resolve("temporary"));

    var run =
        new CliProcess(folder)
            .run(
                Map.of("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary),
                "sql",
                statement,
                "--table",
                table,
                "--endpoint-url-dynamodb",
                FilledTable.ENGINE.endpoint().toString());

    assertThat(run.out() + run.err()).containsAnyOf("checkout", "SQLite rejects the statement");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void nothingIsLeftBesideTheFile() {
    sql("SELECT name FROM inventory");
    sql("SELEC 1");

    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
  }

  private Run sql(String statement, String... options) {
    var arguments =
        Stream.concat(Stream.of("sql", statement, "--data", file.toString()), Stream.of(options));
    return Run.of(FilledTable.NOW, Map.of(), arguments.toArray(String[]::new));
  }
}
