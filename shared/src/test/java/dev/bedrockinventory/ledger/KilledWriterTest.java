package dev.bedrockinventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bedrockinventory.ledger.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed at any time loses nothing that it committed. */
final class KilledWriterTest {
  private static final int KILLS = 100;
  private static final int MOST_LINES = 15;

  private static final int LENGTH = 20_000;

  @Test
  void aHundredKilledWritersLoseNothing(@TempDir Path folder) throws Exception {
    var file = folder.resolve("ledger.db");
    SqliteStore.openOrCreate(file, Samples.NOON).close();
    var writer = WriterProcess.in(folder);
    var seed = new Random().nextLong();
    var random = new Random(seed);

    var before = 0L;
    for (var kill = 1; kill <= KILLS; kill++) {
      var reported =
          Math.max(before, killed(writer.start(file, LENGTH), 1 + random.nextInt(MOST_LINES)));

      try (var store = SqliteStore.open(file)) {
        assertThat(store.check()).as("seed %d, kill %d", seed, kill).isEmpty();
        before = CountingWriter.count(store);
      }
      assertThat(before).as("seed %d, kill %d", seed, kill).isBetween(reported, reported + 1);
    }
  }

  /** Kills a writer after it printed some lines, and returns its last. */
  private static long killed(Process process, int lines) throws IOException, InterruptedException {
    try (var out = process.inputReader()) {
      var last = "0";
      for (var line = 1; line <= lines; line++) {
        last = out.readLine();
      }
      // The process itself would close its output, whose last lines are needed.
      assertThat(process.toHandle().destroyForcibly()).isTrue();
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        last = line;
      }
      process.waitFor();
      return Long.parseLong(last);
    }
  }
}
