package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.cli.ledger.LedgerFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another program, Debian's {@code sqlite3}, reads the views of a ledger file. */
final class SqliteToolTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void fill() {
    Assumptions.assumeTrue(tool().isPresent(), "sqlite3 is not installed: apt install sqlite3");
    file = folder.resolve("ledger.db");
    try (var open = LedgerFile.openOrCreate(file, FilledTable.NOW)) {
      FilledTable.fill(open.ledger());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          select id, name, tags from inventory|3yh6w4d8j7j3|checkout|{"team":"carol"}
          select name, revision, change from changes order by observed_at|checkout|2|UPDATED
          select count(*), min(revision), max(revision) from revisions|4|1|2
          select value, valid_from, valid_to from tags where revision = 1 and id = '3yh6w4d8j7j3'|alice|2026-11-20T10:00:00.000Z|2026-11-21T10:00:00.000Z
          select model, region, count(*) from destinations|amazon.nova-lite-v1:0|us-east-2|1
          select event, actor, explains from who where revision = 2|TagResource|arn:aws:iam::111122223333:user/alice|1
          select kind, outcome, reason from scopes where outcome = 'REFUSED'|imported-model|REFUSED|DENIED
          select event, error_code, source_ip from evidence where error_code is not null|DeleteInferenceProfile|AccessDenied|203.0.113.7
          """)
  void everyViewIsReadable(String sql, String first, String second, String third) throws Exception {
    assertThat(query(sql).getFirst()).isEqualTo(first + "|" + second + "|" + third);
  }

  @Test
  void theDocumentedViewsAreAllThatThereIs() throws Exception {
    assertThat(query("select name from sqlite_schema where type = 'view' order by name"))
        .containsExactly(
            "changes",
            "destinations",
            "evidence",
            "inventory",
            "revisions",
            "scopes",
            "tags",
            "who");
  }

  private List<String> query(String sql) throws Exception {
    var process =
        new ProcessBuilder(tool().orElseThrow().toString(), "-readonly", file.toString(), sql)
            .redirectErrorStream(true)
            .start();
    var lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertThat(process.waitFor()).as("%s", lines).isZero();
    return lines;
  }

  private static Optional<Path> tool() {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(path -> Path.of(path, "sqlite3"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
