package dev.bedrockinventory.cli.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A new folder for the files of one command. It is deleted with all its files when it is closed, or
 * when the process is interrupted before that. Not thread-safe.
 */
public final class TemporaryFolder implements AutoCloseable {
  private final Path path;
  private final Thread onExit = new Thread(this::deleteAtExit, "temporary-folder");

  private TemporaryFolder(Path path) {
    this.path = path;
  }

  /**
   * Creates it in the system's folder for temporary files; only the user of this process can read
   * it.
   *
   * @throws IOException if it cannot be created
   */
  public static TemporaryFolder create() throws IOException {
    return deletedAtExit(Files.createTempDirectory("bedrock-inventory"));
  }

  /**
   * Creates it in the folder of a file, so that a finished file can be moved there; only the user
   * of this process can read it.
   *
   * @throws IOException if it cannot be created
   */
  public static TemporaryFolder beside(Path file) throws IOException {
    var parent = Objects.requireNonNull(file.toAbsolutePath().getParent());
    return deletedAtExit(Files.createTempDirectory(parent, ".bedrock-inventory"));
  }

  private static TemporaryFolder deletedAtExit(Path path) {
    var folder = new TemporaryFolder(path);
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
