package dev.bedrockinventory.simulator.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Locks a directory for one DynamoDB Local. The lock ends with the process, however that ends; the
 * file stays and contains the process id of its last holder.
 */
final class DirectoryLock implements AutoCloseable {
  private static final String FILE = "engine.lock";

  /** Far behind the text, so that others can read it where locks are mandatory. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws DirectoryInUseException when another DynamoDB Local uses it
   */
  static DirectoryLock take(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      Files.createDirectories(directory);
      var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new DirectoryInUseException(
            "The directory %s is in use by %s; wait until it has ended, or choose another directory"
                .formatted(directory, holder(file)));
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
      return new DirectoryLock(channel);
    } catch (IOException e) {
      throw new EngineException(
          "The directory %s cannot be used (%s); make it writable, or choose another directory"
              .formatted(directory, e),
          e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new EngineException("The lock file " + FILE + " cannot be closed: " + e, e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false) != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  private static String holder(Path file) throws IOException {
    String pid = Files.readString(file);
    return pid.isEmpty() ? "another process" : "process " + pid;
  }
}
