package dev.bedrockinventory.cli.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A new folder for the files of one command, in the system's folder for temporary files. It is
 * deleted with all its files when it is closed, or when the process is interrupted before that. Not
 * thread-safe.
 */
public final class TemporaryFolder implements AutoCloseable {
  private final Path path;
  private final Thread onExit = new Thread(this::deleteAtExit, "temporary-folder");

  private TemporaryFolder(Path path) {
    this.path = path;
  }

  /**
   * Creates it; only the user of this process can read it.
   *
   * @throws IOException if it cannot be created
   */
  public static TemporaryFolder create() throws IOException {
    var folder = new TemporaryFolder(Files.createTempDirectory("bedrock-inventory"));
    Runtime.getRuntime().addShutdownHook(folder.onExit);
    return folder;
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  private void deleteAtExit() {
    try {
      delete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete() throws IOException {
    try (var files = Files.newDirectoryStream(path)) {
      for (var file : files) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(path);
  }

  /**
   * Deletes it with its files.
   *
   * @throws IOException if one of them cannot be deleted
   */
  @Override
  public void close() throws IOException {
    delete();
    Runtime.getRuntime().removeShutdownHook(onExit);
  }
}
