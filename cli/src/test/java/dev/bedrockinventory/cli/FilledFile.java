package dev.bedrockinventory.cli;

import dev.bedrockinventory.cli.ledger.LedgerFile;
import dev.bedrockinventory.ledger.StoredLedger;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The ledger of {@link FilledTable} in a SQLite file, for commands with {@code --data}. */
final class FilledFile {
  private final Path file;

  private FilledFile(Path file) {
    this.file = file;
  }

  static FilledFile in(Path folder) {
    var file = folder.resolve("ledger.db");
    try (var open = LedgerFile.openOrCreate(file, FilledTable.NOW)) {
      FilledTable.fill(open.ledger());
    }
    return new FilledFile(file);
  }

  /** Records something more. */
  FilledFile with(Consumer<StoredLedger> more) {
    try (var open = LedgerFile.openOrCreate(file, FilledTable.NOW)) {
      more.accept(open.ledger());
    }
    return this;
  }

  Run run(String... arguments) {
    return Run.of(FilledTable.NOW, Map.of(), located(arguments));
  }

  /** Runs a command whose output is read on a terminal. */
  Run runOnTerminal(int width, String... arguments) {
    return Run.of(FilledTable.NOW, Map.of(), true, Optional.of(width), located(arguments));
  }

  private String[] located(String... arguments) {
    return Stream.concat(Stream.of(arguments), Stream.of("--data", file.toString()))
        .toArray(String[]::new);
  }
}
