package dev.bedrockinventory.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The embedded DynamoDB engine on the files of a directory. */
final class EngineDirectory {
  private EngineDirectory() {}

  @SuppressWarnings("DoNotCallSuggester")
  static OpenLedger open(Path directory, boolean making) {
    if (!making && !Files.isDirectory(directory)) {
      throw new CommandFailedException(
          "there is no ledger in %s; ./inventory sweep --data %s makes one"
              .formatted(directory, directory));
    }
    throw new CommandFailedException("--data is not there yet");
  }
}
