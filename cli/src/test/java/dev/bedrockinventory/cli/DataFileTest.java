package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.cli.ledger.LedgerFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger in a file is there again; what is none is refused in one line. */
final class DataFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void create() {
    file = folder.resolve("ledger.db");
    LedgerFile.openOrCreate(file, FilledTable.NOW).close();
  }

  @Test
  void aCreatedLedgerCanBeReopened() {
    var run = run("verify", file);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Whole: 0 scopes");
  }

  @Test
  void aClosedLedgerIsOneFile() throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void severalProcessesReadOneLedger() {
    try (var open = LedgerFile.open(file)) {
      assertThat(open.reader().scopes()).isEmpty();
      assertThat(run("list", file).exitCode()).isZero();
    }
  }

  /** The second one waits for as long as SQLite does. */
  @Test
  void aSecondWriterIsRefusedAndReadersNeverWait() throws SQLException {
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");

      assertThat(run("list", file).exitCode()).isZero();
      assertRefused(sweep(), "another process has been writing to it for more than 10 seconds");

      statement.execute("ROLLBACK");
    }
    assertThat(sweep().err()).doesNotContain("another process");
  }

  /** Nothing listens there: only the ledger matters. */
  private Run sweep() {
    return Run.of(
        FilledTable.NOW,
        Map.of(
            "AWS_ACCESS_KEY_ID", "111122223333",
            "AWS_SECRET_ACCESS_KEY", "secret",
            "AWS_ENDPOINT_URL", "http://127.0.0.1:9"),
        "sweep",
        "--data",
        file.toString(),
        "--region",
        "us-east-2",
        "--account",
        "111122223333");
  }

  @Test
  void aMissingFileIsNotCreatedByARead() {
    var missing = folder.resolve("missing.db");

    assertRefused(run("list", missing), "does not exist; './inventory sweep --data");
    assertThat(missing).doesNotExist();
  }

  @Test
  void aFolderIsRefused() {
    assertRefused(
        run("list", folder), "it is a folder, as earlier versions used; a ledger is one file now");
  }

  @Test
  void aFileOfTextIsRefused() throws IOException {
    var text = Files.writeString(folder.resolve("text"), "x".repeat(5_000));

    assertRefused(run("list", text), "it is not a SQLite database");
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    var empty = Files.createFile(folder.resolve("empty"));

    assertRefused(run("list", empty), "but not a ledger of Bedrock Inventory");
  }

  @Test
  void anotherDatabaseIsRefused() throws SQLException {
    var other = folder.resolve("other.db");
    execute(other, "CREATE TABLE items (pk TEXT)");

    assertRefused(run("list", other), "but not a ledger of Bedrock Inventory");
  }

  @Test
  void aNewerLedgerIsRefused() throws SQLException {
    execute(file, "PRAGMA user_version = 99");

    assertRefused(run("list", file), "its tables have version 99");
  }

  @Test
  void aMissingFolderIsNamed() {
    var lost = folder.resolve("missing").resolve("ledger.db");

    assertRefused(run("verify", lost), "does not exist");
  }

  @Test
  void verifyNamesACorruptPage() throws IOException, SQLException {
    execute(
        file,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900)"
            + " INSERT INTO items (pk, sk, attributes) SELECT 'X', i, '{}' FROM n");
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(bytes.length() - 4_096);
      bytes.write(new byte[4_096]);
    }

    var run = run("verify", file);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
    assertThat(run.out()).contains("BROKEN  SQLITE / integrity_check", "not covered  all items");
  }

  private static void execute(Path file, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Run run(String command, Path file) {
    return Run.of(FilledTable.NOW, Map.of(), command, "--data", file.toString());
  }

  private static void assertRefused(Run run, String why) {
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("ledger file '", why);
  }
}
