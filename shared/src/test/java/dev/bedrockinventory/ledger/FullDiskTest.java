package dev.bedrockinventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bedrockinventory.ledger.sqlite.SqliteStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer that the disk stops names the reason, loses nothing, and leaves a whole file. */
final class FullDiskTest {
  private static final int LENGTH = 60_000;

  @TempDir private static Path folder;
  private static WriterProcess writer;

  @BeforeAll
  static void prepare() throws Exception {
    writer = WriterProcess.in(folder);
  }

  @Test
  void aWriterStopsAtTheLimitOfAFileAndLosesNothing() throws Exception {
    var file = folder.resolve("limited.db");

    var lines = run("ulimit -f 3000; exec \"$@\"", writer.command(file, LENGTH));

    assertThat(lines.getLast()).contains("the disk reported an error", "check its free space");
    assertWhole(file, lines);
  }

  /** A small file system of its own needs no rights where the kernel admits user namespaces. */
  @Test
  void aWriterStopsAtAFullDiskAndLosesNothing() throws Exception {
    var disk = folder.resolve("disk");
    var file = folder.resolve("copy.db");
    assumeThat(run("unshare -rm true && echo yes", List.of())).contains("yes");

    var lines =
        run(
            "mkdir $0; exec unshare -rm sh -c 'mount -t tmpfs -o size=3m disk $0;"
                    .replace("$0", disk.toString())
                + " \"$@\"; cp %s/* %s' sh \"$@\"".formatted(disk, folder),
            writer.command(disk.resolve(file.getFileName()), LENGTH));

    assertThat(lines.getLast()).contains("the disk is full; nothing was written; free some space");
    assertWhole(file, lines);
  }

  @Test
  void aReadOnlyFolderIsRefusedWithTheReason() throws Exception {
    var readOnly = Files.createDirectory(folder.resolve("read-only"));
    var file = readOnly.resolve("ledger.db");
    SqliteStore.openOrCreate(file, Samples.NOON).close();
    assumeThat(run("unshare -rm true && echo yes", List.of())).contains("yes");

    var lines =
        run(
            "exec unshare -rm sh -c 'mount --bind $0 $0; mount -o remount,bind,ro $0; \"$@\"'"
                    .replace("$0", readOnly.toString())
                + " sh \"$@\"",
            writer.command(file, LENGTH));

    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("ledger file '" + file)
        .containsAnyOf("it cannot be written; check", "it cannot be opened; check");
  }

  private static List<String> run(String script, List<String> arguments) throws Exception {
    var command = Stream.concat(Stream.of("bash", "-c", script, "bash"), arguments.stream());
    var process =
        new ProcessBuilder(command.toList()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var out = process.inputReader()) {
      return out.lines().toList();
    }
  }

  /** The last line is the failure, the one before it the last number that was reported. */
  private static void assertWhole(Path file, List<String> lines) {
    var reported = Long.parseLong(lines.get(lines.size() - 2));
    try (var store = SqliteStore.open(file)) {
      assertThat(store.check()).isEmpty();
      assertThat(CountingWriter.count(store)).isEqualTo(reported);
      assertThat(store.write(new Update(new ItemKey("X", "1")).set("after", "it"))).isTrue();
    }
  }
}
