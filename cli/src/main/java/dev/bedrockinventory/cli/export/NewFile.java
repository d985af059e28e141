package dev.bedrockinventory.cli.export;

import dev.bedrockinventory.cli.context.CommandFailedException;
import dev.bedrockinventory.cli.context.UsageException;
import dev.bedrockinventory.cli.ledger.TemporaryFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that is complete once it exists. It is written in a new folder beside it, flushed to the
 * disk, and moved at the end; no existing file is overwritten.
 */
public final class NewFile {
  private NewFile() {}

  /** Writes the content into a file that does not exist yet. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Path file) throws IOException;
  }

  /**
   * Checks that there is no file yet.
   *
   * @throws UsageException if there is one
   */
  public static void requireMissing(Path path) {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(path);
    }
  }

  /**
   * Creates the file.
   *
   * @throws UsageException if it exists
   * @throws CommandFailedException if it cannot be written; then there is no such file
   */
  public static void create(Path path, Content content) {
    requireMissing(path);
    try (var folder = TemporaryFolder.beside(path)) {
      var part = folder.path().resolve("part");
      content.writeTo(part);
      try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, path);
    } catch (FileAlreadyExistsException _) {
      throw exists(path);
    } catch (IOException e) {
      throw new CommandFailedException(
          "export: '%s' cannot be written (%s); check that its folder exists, that you may write to it, and the free space"
              .formatted(path, e),
          e);
    }
  }

  private static UsageException exists(Path path) {
    return new UsageException("--to: '%s' exists; name a new file".formatted(path));
  }
}
