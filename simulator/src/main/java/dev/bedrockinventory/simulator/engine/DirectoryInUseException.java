package dev.bedrockinventory.simulator.engine;

import java.io.Serial;

/**
 * Another DynamoDB Local, of this or of another process, uses the directory. The message is one
 * line that names the directory and, where it is known, the holder's process id.
 */
public final class DirectoryInUseException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  DirectoryInUseException(String message) {
    super(message);
  }
}
