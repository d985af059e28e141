package dev.bedrockinventory.local;

/** The arguments make no sense together; the command ends with {@link ExitCode#WRONG_USAGE}. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A message of one line: what is wrong, and how to mend it. */
  UsageException(String message) {
    super(message);
  }
}
