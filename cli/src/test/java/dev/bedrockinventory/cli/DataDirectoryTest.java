package dev.bedrockinventory.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.cli.aws.EmbeddedLedger;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger in files is there again, for one process at a time. */
final class DataDirectoryTest {
  @Test
  void aCreatedLedgerCanBeReopened(@TempDir Path directory) {
    EmbeddedLedger.open(directory, true).close();

    var run = Run.of(FilledTable.NOW, Map.of(), "verify", "--data", directory.toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Whole: 0 scopes");
  }

  @Test
  void aDirectoryInUseIsReportedInOneLine(@TempDir Path directory) {
    try (var open = EmbeddedLedger.open(directory, true)) {
      var run = Run.of(FilledTable.NOW, Map.of(), "list", "--data", directory.toString());

      assertThat(open.table()).isEqualTo(EmbeddedLedger.TABLE);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.err()).contains(directory.toString(), "in use");
    }
  }
}
